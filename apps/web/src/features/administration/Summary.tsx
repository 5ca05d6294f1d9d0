import type { JobSummary } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import styles from './administration.module.css';

const states = ['pending', 'running', 'done', 'dead'] as const;

/** Numbers of work by kind and state. */
export const Summary = ({ items }: { items: JobSummary['items'] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (items.length === 0) return <p>{t('administration.jobs.quiet')}</p>;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('administration.jobs.kind')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('administration.jobs.kind')}</th>
            {states.map((state) => (
              <th key={state} scope="col" className={styles.number}>
                {t(`administration.jobs.state.${state}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.kind}>
              <th scope="row">
                <code>{item.kind}</code>
              </th>
              {states.map((state) => (
                <td key={state} className={styles.number} data-dead={(state === 'dead' && item.dead > 0) || undefined}>
                  {count(item[state], language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
