import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count, percent } from '../../lib/number.js';
import styles from './Figure.module.css';

/** A share, 0 to 1, that a table writes as a percentage and a file as a number; null: there is nothing to take a share of. */
interface Share {
  share: number | null;
}
/** null: not to be told. */
export type Cell = string | number | Share | null;

/** Numbers under headings; the first cell of a row names it. */
export interface TableOf {
  head: readonly string[];
  rows: readonly {
    key: string;
    cells: readonly Cell[];
    /** The way to what is behind a cell, from what stands in it and its place in the row. */
    link?: (shown: string, place: number) => ReactNode;
  }[];
}

/** A figure as a table. A wide one is moved sideways within its frame, by keys too. */
export const FigureTable = ({ label, table: { head, rows } }: { label: string; table: TableOf }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const textOf = (cell: Exclude<Cell, null>): string => {
    if (typeof cell === 'string') return cell;
    if (typeof cell === 'number') return count(cell, language);
    return cell.share === null ? '–' : percent(cell.share, language);
  };
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, link = (shown) => shown }) => (
            <tr key={key}>
              {cells.map((cell, place) => {
                const shown = cell === null ? t('figure.hidden') : link(textOf(cell), place);
                return place === 0 ? (
                  <th key={head[place]} scope="row">
                    {shown}
                  </th>
                ) : (
                  <td key={head[place]}>{shown}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
