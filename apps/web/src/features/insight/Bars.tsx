import type { BreakdownRow, Dimension, Measure } from '@aula/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count, percent } from '../../lib/number.js';
import { Figure } from '../../ui/Figure/Figure.js';
import { Track } from '../../ui/Figure/Track.js';
import { TextLink } from '../../ui/Links/Links.js';
import type { Wish } from './api.js';
import { passRate, wishFor } from './filter.js';
import styles from './insight.module.css';
import { measures, useWords } from './words.js';

/** Bars that a chart shows; the table has them all. */
const most = 8;

/** What the bars tell of each value: how many of those enrolled have completed, or how many of those examined have passed. */
export const tellings = ['completed', 'passed'] as const;
export type Telling = (typeof tellings)[number];

interface Props {
  by: Dimension;
  rows: readonly BreakdownRow[];
  wish: Wish;
  telling: Telling;
}

/** Bars by the values of a dimension; each number opens the list behind it. */
export const Bars = ({ by, rows, wish, telling }: Props) => {
  const { t } = useTranslation();
  const words = useWords();
  const longest = Math.max(1, ...rows.map(({ enrolled }) => enrolled));
  const shown = rows.slice(0, most);
  return (
    <Figure title={words.dimension(by)} name={`insight-${by}`} table={tableOf(by, rows, wish, words)}>
      {rows.length === 0 && <p className={styles.nothing}>{t('insight.nothing')}</p>}
      <ul className={styles.bars}>
        {shown.map((row) => (
          <Bar key={row.key} row={row} name={words.value(by, row)} longest={longest} wish={wishFor(wish, by, row.key)} telling={telling} />
        ))}
      </ul>
      {rows.length > most && <p className={styles.small}>{t('insight.moreInTable', { count: rows.length - most })}</p>}
    </Figure>
  );
};

interface BarProps {
  row: BreakdownRow;
  name: string;
  longest: number;
  wish: Wish;
  telling: Telling;
}

const Bar = ({ row, name, longest, wish, telling }: BarProps) => {
  const language = useLanguage();
  const { t } = useTranslation();
  const behind = (state: Measure, shown: ReactNode) => (
    <TextLink to="/insight/learners" search={{ ...wish, state }}>
      {shown}
    </TextLink>
  );
  const rate = passRate(row);
  return (
    <li className={styles.bar}>
      {behind('enrolled', name)}
      {telling === 'completed' ? (
        <span className={styles.figures}>
          <strong>{behind('enrolled', count(row.enrolled, language))}</strong>
          {' · '}
          {behind('completed', t('insight.completedShare', { share: percent(row.enrolled && row.completed / row.enrolled, language) }))}
        </span>
      ) : (
        <span className={styles.figures}>
          <strong>{rate === null ? '–' : behind('passed', percent(rate, language))}</strong>
          {rate !== null && (
            <>
              {' · '}
              {behind(
                'passed',
                t('insight.passedOf', { passed: count(row.passed, language), all: count(row.passed + row.failed, language) }),
              )}
            </>
          )}
        </span>
      )}
      <Track shares={telling === 'completed' ? [row.enrolled / longest, row.completed / longest] : [rate ?? 0]} />
    </li>
  );
};

/** All measures by the values of a dimension, and the pass rate beside what it is made of; each cell leads to the people behind it. */
export const tableOf = (by: Dimension, rows: readonly BreakdownRow[], wish: Wish, words: ReturnType<typeof useWords>) => ({
  head: [words.dimension(by), ...measures.map(words.measure), words.passRate],
  rows: rows.map((row) => ({
    key: row.key,
    cells: [words.value(by, row), ...measures.map((measure) => row[measure]), { share: passRate(row) }],
    link: (shown: string, place: number) => (
      <TextLink
        to="/insight/learners"
        search={{ ...wishFor(wish, by, row.key), state: ['enrolled' as const, ...measures, 'passed' as const][place] ?? 'enrolled' }}
      >
        {shown}
      </TextLink>
    ),
  })),
});
