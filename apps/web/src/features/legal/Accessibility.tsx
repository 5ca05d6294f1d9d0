import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../ui/Page/Page.js';
import styles from './legal.module.css';

const done = ['keyboard', 'contrast', 'small', 'words', 'time', 'line'] as const;
const missing = ['packages', 'captions', 'certificates'] as const;

/** How far the academy can be used by everybody, what is missing, and whom to tell. */
export const Accessibility = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('public.accessibility.title')} lead={t('public.accessibility.lead')} narrow>
      <Section title={t('public.accessibility.done.title')}>
        <ul className={styles.list}>
          {done.map((each) => (
            <li key={each}>{t(`public.accessibility.done.${each}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('public.accessibility.missing.title')}>
        <ul className={styles.list}>
          {missing.map((each) => (
            <li key={each}>{t(`public.accessibility.missing.${each}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('public.accessibility.tested.title')}>
        <p>{t('public.accessibility.tested.text')}</p>
      </Section>
      <Section title={t('public.accessibility.tell.title')}>
        <p>{t('public.accessibility.tell.text')}</p>
      </Section>
    </Page>
  );
};
