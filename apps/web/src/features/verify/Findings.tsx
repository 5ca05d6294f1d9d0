import type { Verification } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { dayText } from '../../lib/time.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Section } from '../../ui/Page/Page.js';
import { Answers } from './Answers.js';
import styles from './verify.module.css';

/** The signed content and the answers. */
export const Findings = ({ verification }: { verification: Verification }) => {
  const { t } = useTranslation();
  return (
    <>
      <Claims verification={verification} />
      <Section title={t('verify.answers')} plain>
        <Answers verification={verification} />
      </Section>
      <Details verification={verification} />
    </>
  );
};

const Claims = ({ verification }: { verification: Verification }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { claims, id } = verification;
  if (!claims) return null;
  return (
    <section className={styles.claims} aria-label={t('verify.content')}>
      <p className={styles.kind}>{t('verify.content')}</p>
      <h2 className={styles.title}>{claims.title}</h2>
      {claims.description && <p>{claims.description}</p>}
      <Facts
        facts={[
          [t('verify.hours'), claims.hours === null ? null : count(claims.hours, language)],
          [t('verify.validFrom'), dayText(claims.validFrom, language)],
          [t('verify.number'), id && <code className={styles.code}>{id}</code>],
          [t('verify.criteria'), claims.criteria],
        ]}
      />
      <p className={styles.more}>{t('verify.noName')}</p>
    </section>
  );
};

/** What machines and the very careful compare; folded away for everyone else. */
const Details = ({ verification: { claims, hash, issuer } }: { verification: Verification }) => {
  const { t } = useTranslation();
  if (!claims) return null;
  return (
    <details className={styles.details}>
      <summary>{t('verify.details')}</summary>
      <Facts
        facts={[
          [t('verify.hash'), hash && <code className={styles.code}>{hash}</code>],
          [t('verify.subject'), <code className={styles.code}>{claims.subject}</code>],
          [t('verify.did'), issuer.did && <code className={styles.code}>{issuer.did}</code>],
        ]}
      />
    </details>
  );
};
