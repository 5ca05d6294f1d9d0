import type { JobTrend } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { instantText } from '../../lib/time.js';
import { Figure } from '../../ui/Figure/Figure.js';
import styles from './administration.module.css';

/** Orders of the last day by hour, as columns; the same in words for who does not see them. */
export const Trend = ({ items }: { items: JobTrend['items'] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const most = Math.max(1, ...items.map(({ done, dead }) => done + dead));
  const sum = (of: 'done' | 'dead') =>
    count(
      items.reduce((all, each) => all + each[of], 0),
      language,
    );
  const first = items[0]?.hour ?? '';
  const last = items.at(-1)?.hour ?? '';
  return (
    <Figure
      title={t('administration.work.trend')}
      note={t('administration.work.day', { done: sum('done'), dead: sum('dead') })}
      name="jobs"
      table={{
        head: [t('administration.work.from'), t('administration.work.done'), t('administration.work.dead')],
        rows: items.map(({ hour, done, dead }) => ({ key: hour, cells: [instantText(hour, language), done, dead] })),
      }}
    >
      <ul className={styles.trend} aria-label={t('administration.work.trend')}>
        {items.map(({ hour, done, dead }) => {
          const words = t('administration.work.hour', {
            hour: instantText(hour, language),
            done: count(done, language),
            dead: count(dead, language),
          });
          return (
            <li key={hour} title={words} aria-label={words}>
              <span className={styles.done} style={{ height: `${String((done / most) * 100)}%` }} />
              <span className={styles.dead} style={{ height: `${String((dead / most) * 100)}%` }} />
            </li>
          );
        })}
      </ul>
      <div className={styles.scale}>
        <span>{first && instantText(first, language)}</span>
        <span>{last && instantText(last, language)}</span>
      </div>
    </Figure>
  );
};
