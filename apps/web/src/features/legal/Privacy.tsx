import { useTranslation } from 'react-i18next';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import styles from './legal.module.css';

const kept = ['account', 'learning', 'certificates', 'signIns', 'device', 'audit'] as const;
const rights = ['see', 'mend', 'copy', 'erase', 'object', 'complain'] as const;

/** What is kept of people, why, for how long, and what they may ask for. */
export const Privacy = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('public.privacy.title')} lead={t('public.privacy.lead')} narrow>
      <Section title={t('public.privacy.who.title')}>
        <p>{t('public.privacy.who.text')}</p>
      </Section>
      <Section title={t('public.privacy.kept.title')} plain>
        <Rows label={t('public.privacy.kept.title')}>
          {kept.map((each) => (
            <Row
              key={each}
              title={t(`public.privacy.kept.${each}.title`)}
              text={
                <>
                  <p>{t(`public.privacy.kept.${each}.what`)}</p>
                  <p>{t(`public.privacy.kept.${each}.long`)}</p>
                </>
              }
            />
          ))}
        </Rows>
      </Section>
      <Section title={t('public.privacy.why.title')}>
        <p>{t('public.privacy.why.text')}</p>
        <p>{t('public.privacy.why.automatic')}</p>
      </Section>
      <Section title={t('public.privacy.seen.title')}>
        <p>{t('public.privacy.seen.text')}</p>
        <p>{t('public.privacy.seen.none')}</p>
      </Section>
      <Section title={t('public.privacy.rights.title')}>
        <ul className={styles.list}>
          {rights.map((each) => (
            <li key={each}>{t(`public.privacy.rights.${each}`)}</li>
          ))}
        </ul>
        <p>{t('public.privacy.rights.how')}</p>
      </Section>
    </Page>
  );
};
