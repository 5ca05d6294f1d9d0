import type { BreakdownRow, OutcomesView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Figure } from '../../ui/Figure/Figure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { tableOf } from './Bars.js';
import { Trend, type TrendMeasure, type TrendMonth } from './Trend.js';
import { type Wish, outcomesQuery } from './api.js';
import { wishFor } from './filter.js';
import { useWords } from './words.js';

interface Props {
  /** By month of enrollment. */
  months: readonly BreakdownRow[];
  wish: Wish;
}

/** Those enrolled in each month, and what has become of them. */
export const Cohorts = ({ months, wish }: Props) => {
  const { t } = useTranslation();
  const words = useWords();
  const navigate = useNavigate();
  return (
    <Figure title={t('insight.trend')} note={t('insight.trendNote')} name="insight-months" table={tableOf('month', months, wish, words)}>
      <Trend
        months={months}
        onBar={(month, state) => {
          void navigate({ to: '/insight/learners', search: { ...wishFor(wish, 'month', month), state } });
        }}
      />
    </Figure>
  );
};

/** What happened in each month: enrollments, completions and certificates, each by its own month. */
export const Happenings = ({ months, wish }: Props) => (
  <Loaded query={useQuery(outcomesQuery(wish))}>
    {(outcomes) => <HappeningsFigure months={merged(months, outcomes.months)} wish={wish} />}
  </Loaded>
);

const columns = ['enrolled', 'completed', 'certified'] as const satisfies readonly TrendMeasure[];

const HappeningsFigure = ({ months, wish }: { months: readonly TrendMonth[]; wish: Wish }) => {
  const { t } = useTranslation();
  const words = useWords();
  const navigate = useNavigate();
  const behind = (month: string, state: TrendMeasure) => ({
    ...(state === 'enrolled' ? wishFor(wish, 'month', month) : { ...wish, during: month }),
    state,
  });
  return (
    <Figure
      title={t('insight.happened')}
      note={t('insight.happenedNote')}
      name="insight-happened"
      table={{
        head: [t('insight.month'), ...columns.map(words.measure)],
        rows: months.map((month) => ({
          key: month.key,
          cells: [words.value('month', { key: month.key, name: null }), ...columns.map((measure) => month[measure])],
          link: (shown, place) => (
            <TextLink to="/insight/learners" search={behind(month.key, columns[Math.max(0, place - 1)] ?? 'enrolled')}>
              {shown}
            </TextLink>
          ),
        })),
      }}
    >
      <Trend
        months={months}
        onBar={(month, measure) => {
          void navigate({ to: '/insight/learners', search: behind(month, measure) });
        }}
      />
    </Figure>
  );
};

/** Enrollments by their month beside outcomes by theirs; each month in which something happened, in order. */
const merged = (enrolled: readonly BreakdownRow[], outcomes: OutcomesView['months']): TrendMonth[] => {
  const keys = [...new Set([...enrolled, ...outcomes].map(({ key }) => key))].sort();
  return keys.map((key) => {
    const { completed = 0, certified = 0 } = outcomes.find((each) => each.key === key) ?? {};
    return { key, enrolled: enrolled.find((each) => each.key === key)?.enrolled ?? 0, completed, certified };
  });
};
