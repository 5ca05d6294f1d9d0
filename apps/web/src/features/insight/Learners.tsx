import type { LearnerView, Measure } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDownload, IconUsers } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { withQuery } from '../../lib/http.js';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, textIn } from '../../lib/local-text.js';
import { useList } from '../../lib/pages.js';
import { mayEnter } from '../../lib/rights.js';
import { useMe } from '../../lib/signed-in.js';
import { dayText } from '../../lib/time.js';
import { Download } from '../../ui/Download/Download.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Meter } from '../../ui/Meter/Meter.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { FilterBar } from './FilterBar.js';
import { dashboardQuery, learnersPath, outcomesQuery } from './api.js';
import styles from './insight.module.css';
import { measures, useWords } from './words.js';

/** The people behind a number. */
export const Learners = () => {
  const { t } = useTranslation();
  const words = useWords();
  const { state: asked, during: within, ...wish } = useSearch({ from: '/in/insight/learners' });
  const state: Measure = measures.find((each) => each === asked) ?? 'enrolled';
  // months of enrollment are the filter's
  const ended = state === 'completed' || state === 'certified' ? state : undefined;
  const during = ended && within;
  const navigate = useNavigate({ from: '/insight/learners' });
  const all = useQuery(dashboardQuery({})).data;
  const list = useList<LearnerView>(learnersPath, { ...wish, state, during });
  const go = (search: object) => {
    void navigate({ search, replace: true, resetScroll: false });
  };
  return (
    <Page
      title={[words.measure(state), during && words.value('month', { key: during, name: null })].filter(Boolean).join(': ')}
      over={t('insight.listOver')}
      back={
        <TextLink to="/insight" search={wish}>
          {t('nav.insight')}
        </TextLink>
      }
      actions={
        <Download
          href={withQuery(`/api${learnersPath}.csv`, { ...wish, state, during })}
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t('insight.download')}
        </Download>
      }
    >
      <div className={styles.choices}>
        <NativeSelect
          label={t('insight.state')}
          value={state}
          data={measures.map((each) => ({ value: each, label: words.measure(each) }))}
          onChange={(event) => {
            go({ ...wish, state: event.currentTarget.value });
          }}
        />
        {ended && <During state={ended} month={during} onMonth={(month) => go({ ...wish, state, during: month })} />}
      </div>
      <FilterBar wish={wish} all={all} onWish={(next) => go({ ...next, state, during })} />
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconUsers size={28} />} title={t('insight.nobody')}>
            {t('insight.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={words.measure(state)}>
            {items.map((learner) => (
              <LearnerRow key={learner.enrollmentId} learner={learner} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

interface DuringProps {
  state: 'completed' | 'certified';
  month: string | undefined;
  onMonth: (month: string | undefined) => void;
}

/** The month in which it happened, of those in which anything did. */
const During = ({ state, month, onMonth }: DuringProps) => {
  const { t } = useTranslation();
  const words = useWords();
  const there = useQuery(outcomesQuery({})).data?.months.map(({ key }) => key) ?? [];
  const months = month === undefined || there.includes(month) ? there : [...there, month];
  return (
    <NativeSelect
      label={t(`insight.during.${state}`)}
      value={month ?? ''}
      data={[
        { value: '', label: t('insight.filter.any') },
        ...months.map((key) => ({ value: key, label: words.value('month', { key, name: null }) })),
      ]}
      onChange={(event) => {
        onMonth(event.currentTarget.value || undefined);
      }}
    />
  );
};

const tones = { pending: 'plain', active: 'calm', completed: 'good', withdrawn: 'plain' } as const;

const LearnerRow = ({ learner }: { learner: LearnerView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const manages = mayEnter(useMe(), 'institution');
  const name = `${learner.givenName} ${learner.familyName}`.trim() || t('insight.erased');
  const place = [learner.institution, learner.country && countryName(learner.country, language)];
  const course = [textIn(learner.courseTitle, language), learner.editionTitle];
  return (
    <Row
      title={
        manages && learner.familyName !== '' ? (
          <TextLink to="/institution/people/$personId" params={{ personId: learner.personId }}>
            {name}
          </TextLink>
        ) : (
          name
        )
      }
      text={
        <>
          <p>{course.join(' · ')}</p>
          <p>{[...place, t('insight.since', { day: dayText(learner.enrolledAt, language) })].filter(Boolean).join(' · ')}</p>
        </>
      }
      aside={
        <>
          <Meter share={learner.progress} label={t('insight.progressOf', { name })} slim />
          <Tag tone={tones[learner.state]}>{t(`insight.learnerState.${learner.state}`)}</Tag>
        </>
      }
    />
  );
};
