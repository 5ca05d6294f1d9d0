import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import styles from './Figure.module.css';

/** Numbers under headings; the first cell of a row names it, and `link`, where there is one, stands in its place. null: not to be told. */
export interface TableOf {
  head: readonly string[];
  rows: readonly { key: string; cells: readonly (string | number | null)[]; link?: ReactNode }[];
}

/** A figure as a table. A wide one is moved sideways within its frame, by keys too. */
export const FigureTable = ({ label, table: { head, rows } }: { label: string; table: TableOf }) => {
  const { t } = useTranslation();
  const language = useLanguage();
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
          {rows.map(({ key, cells: [first, ...rest], link }) => (
            <tr key={key}>
              <th scope="row">{link ?? first}</th>
              {rest.map((value, place) => (
                <td key={head[place + 1]}>{typeof value === 'number' ? count(value, language) : (value ?? t('figure.hidden'))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
