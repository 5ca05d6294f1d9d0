import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Figure.module.css';

interface Props {
  title: string;
  /** The same numbers as words: what a screen reader reads, and who would rather not look at a chart. */
  table: { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] };
  /** What files of it are called. */
  name: string;
  children: ReactNode;
}

/** A chart with its numbers as a table beneath. */
export const Figure = ({ title, table: { columns, rows }, name, children }: Props) => {
  const { t } = useTranslation();
  return (
    <figure className={styles.figure} data-name={name} aria-label={title}>
      <figcaption className={styles.title}>{title}</figcaption>
      <div aria-hidden>{children}</div>
      <details className={styles.numbers}>
        <summary>{t('results.table')}</summary>
        <div className={styles.scroll}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.join(' ')}>
                  {row.map((cell, at) => (
                    <td key={columns[at]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
};
