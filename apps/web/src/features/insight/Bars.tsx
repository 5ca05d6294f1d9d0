import type { BreakdownRow, Dimension, Measure } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count, percent } from '../../lib/number.js';
import { Figure } from '../../ui/Figure/Figure.js';
import { Track } from '../../ui/Figure/Track.js';
import { TextLink } from '../../ui/Links/Links.js';
import type { Wish } from './api.js';
import { wishFor } from './filter.js';
import styles from './insight.module.css';
import { measures, useWords } from './words.js';

/** Bars that a chart shows; the table has them all. */
const most = 8;

/** Those enrolled, and how many of them have completed, by the values of a dimension; each bar opens the list behind it. */
export const Bars = ({ by, rows, wish }: { by: Dimension; rows: readonly BreakdownRow[]; wish: Wish }) => {
  const { t } = useTranslation();
  const words = useWords();
  const longest = Math.max(1, ...rows.map(({ enrolled }) => enrolled));
  const shown = rows.slice(0, most);
  return (
    <Figure title={words.dimension(by)} name={`insight-${by}`} table={tableOf(by, rows, wish, words)}>
      {rows.length === 0 && <p className={styles.nothing}>{t('insight.nothing')}</p>}
      <ul className={styles.bars}>
        {shown.map((row) => (
          <Bar key={row.key} row={row} name={words.value(by, row)} longest={longest} wish={wishFor(wish, by, row.key)} />
        ))}
      </ul>
      {rows.length > most && <p className={styles.small}>{t('insight.moreInTable', { count: rows.length - most })}</p>}
    </Figure>
  );
};

const Bar = ({ row, name, longest, wish }: { row: BreakdownRow; name: string; longest: number; wish: Wish }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className={styles.bar}>
      <TextLink to="/insight/learners" search={{ ...wish, state: 'enrolled' }}>
        {name}
      </TextLink>
      <span className={styles.figures}>
        <strong>{count(row.enrolled, language)}</strong>
        {' · '}
        {t('insight.completedShare', { share: percent(row.enrolled === 0 ? 0 : row.completed / row.enrolled, language) })}
      </span>
      <Track shares={[row.enrolled / longest, row.completed / longest]} />
    </li>
  );
};

/** All measures by the values of a dimension; the first column leads to the people. */
export const tableOf = (by: Dimension, rows: readonly BreakdownRow[], wish: Wish, words: ReturnType<typeof useWords>) => ({
  head: [words.dimension(by), ...measures.map((measure: Measure) => words.measure(measure))],
  rows: rows.map((row) => ({
    key: row.key,
    cells: [words.value(by, row), ...measures.map((measure) => row[measure])],
    link: (
      <TextLink to="/insight/learners" search={{ ...wishFor(wish, by, row.key), state: 'enrolled' }}>
        {words.value(by, row)}
      </TextLink>
    ),
  })),
});
