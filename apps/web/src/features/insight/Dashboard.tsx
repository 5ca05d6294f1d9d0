import type { DashboardView, Measure } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconChartBar } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count, percent } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { Cards, NumberCard } from '../../ui/Cards/Cards.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Figure } from '../../ui/Figure/Figure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Again } from './Again.js';
import { AmericaMap } from './AmericaMap.js';
import { Bars, tableOf, tellings, type Telling } from './Bars.js';
import { FilterBar } from './FilterBar.js';
import { Funnel } from './Funnel.js';
import { Cohorts, Happenings } from './Months.js';
import { type Wish, dashboardQuery, waitingOf } from './api.js';
import { wishFor } from './filter.js';
import styles from './insight.module.css';
import { useWords } from './words.js';

/** The numbers of those whom a person may see, narrowed down by the filter in the address; each leads to the people behind it. */
export const Dashboard = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { bars, ...wish } = useSearch({ from: '/in/insight/' });
  const navigate = useNavigate({ from: '/insight' });
  const query = useQuery(dashboardQuery(wish));
  const all = useQuery(dashboardQuery({})).data;
  const at = query.data?.at;
  const waiting = all && waitingOf(all.at, all.totals.enrolled);
  const go = (search: Wish & { bars?: 'passed' | undefined }) => {
    void navigate({ search, replace: true, resetScroll: false });
  };
  return (
    <Page title={t('nav.insight')} lead={at ? t('insight.leadAt', { instant: instantText(at, language) }) : t('insight.lead')}>
      <FilterBar wish={wish} all={all} onWish={(next) => go({ ...next, bars })} />
      <Again waiting={waiting} />
      <Loaded query={query}>
        {(data) =>
          data.totals.enrolled === 0 ? (
            <Empty icon={<IconChartBar size={28} />} title={t('insight.empty')}>
              {waiting ? t('insight.again.emptyText') : t('insight.emptyText')}
            </Empty>
          ) : (
            <Figures
              data={data}
              wish={wish}
              telling={bars ?? 'completed'}
              onTelling={(next) => go({ ...wish, bars: next === 'passed' ? next : undefined })}
            />
          )
        }
      </Loaded>
    </Page>
  );
};

interface FiguresProps {
  data: DashboardView;
  wish: Wish;
  telling: Telling;
  onTelling: (telling: Telling) => void;
}

const Figures = ({ data, wish, telling, onTelling }: FiguresProps) => {
  const { t } = useTranslation();
  const { breakdowns, totals, funnel } = data;
  return (
    <>
      <Totals totals={totals} wish={wish} />
      <Cohorts months={breakdowns.month} wish={wish} />
      <Happenings months={breakdowns.month} wish={wish} />
      <div className={styles.pair}>
        <Funnel funnel={funnel} wish={wish} />
        <Countries data={data} wish={wish} />
      </div>
      <NativeSelect
        className={styles.telling ?? ''}
        label={t('insight.bars.label')}
        value={telling}
        data={tellings.map((each) => ({ value: each, label: t(`insight.bars.${each}`) }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onTelling(tellings.find((each) => each === value) ?? 'completed');
        }}
      />
      <div className={styles.pair}>
        {(['country', 'institution', 'course', 'edition', 'sex', 'age', 'language'] as const).map((by) => (
          <Bars key={by} by={by} rows={breakdowns[by]} wish={wish} telling={telling} />
        ))}
      </div>
    </>
  );
};

const shown = ['enrolled', 'active', 'completed', 'withdrawn', 'passed', 'failed', 'certified'] as const satisfies readonly Measure[];

const Totals = ({ totals, wish }: { totals: DashboardView['totals']; wish: Wish }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const examined = totals.passed + totals.failed;
  const textOf = (measure: (typeof shown)[number]): string | undefined => {
    if (measure === 'enrolled') return undefined;
    const ofExamined = measure === 'passed' || measure === 'failed';
    const whole = ofExamined ? examined : totals.enrolled;
    if (whole === 0) return undefined;
    return t(ofExamined ? 'insight.shareOfExamined' : 'insight.shareOfEnrolled', { share: percent(totals[measure] / whole, language) });
  };
  return (
    <Cards label={t('insight.totals')}>
      {shown.map((measure) => (
        <NumberCard
          key={measure}
          name={
            <TextLink to="/insight/learners" search={{ ...wish, state: measure }}>
              {words.measure(measure)}
            </TextLink>
          }
          value={count(totals[measure], language)}
          text={textOf(measure)}
        />
      ))}
    </Cards>
  );
};

const Countries = ({ data, wish }: { data: DashboardView; wish: Wish }) => {
  const { t } = useTranslation();
  const words = useWords();
  const navigate = useNavigate();
  const countries = data.breakdowns.country;
  return (
    <Figure title={t('insight.map')} name="insight-map" table={tableOf('country', countries, wish, words)}>
      <AmericaMap
        label={t('insight.map')}
        insetLabel={t('insight.inset')}
        hidden={t('figure.hidden')}
        values={new Map(countries.map(({ key, enrolled }) => [key, enrolled]))}
        onCountry={(country) => {
          void navigate({ to: '/insight/learners', search: { ...wishFor(wish, 'country', country), state: 'enrolled' } });
        }}
      />
    </Figure>
  );
};
