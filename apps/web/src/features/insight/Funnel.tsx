import type { DashboardView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count, percent } from '../../lib/number.js';
import { Figure } from '../../ui/Figure/Figure.js';
import { Track } from '../../ui/Figure/Track.js';
import { TextLink } from '../../ui/Links/Links.js';
import type { Wish } from './api.js';
import styles from './insight.module.css';
import { useWords } from './words.js';

/** How many come how far on the way to the certificate. */
export const Funnel = ({ funnel, wish }: { funnel: DashboardView['funnel']; wish: Wish }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const words = useWords();
  const first = Math.max(1, funnel[0]?.count ?? 0);
  const link = (step: (typeof funnel)[number]['step'], shown: string) => (
    <TextLink to="/insight/learners" search={{ ...wish, state: step }}>
      {shown}
    </TextLink>
  );
  return (
    <Figure
      title={t('insight.funnel')}
      name="insight-funnel"
      table={{
        head: [t('insight.step'), t('insight.people')],
        rows: funnel.map(({ step, count: value }) => ({
          key: step,
          cells: [words.measure(step), value],
          link: (shown) => link(step, shown),
        })),
      }}
    >
      <ol className={styles.bars}>
        {funnel.map(({ step, count: value }) => (
          <li key={step} className={styles.bar}>
            {link(step, words.measure(step))}
            <span className={styles.figures}>
              <strong>{link(step, count(value, language))}</strong>
              {' · '}
              {percent(value / first, language)}
            </span>
            <Track shares={[value / first]} />
          </li>
        ))}
      </ol>
    </Figure>
  );
};
