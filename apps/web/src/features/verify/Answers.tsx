import type { Verification } from '@aula/contracts';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { dayText } from '../../lib/time.js';
import styles from './verify.module.css';

type Tone = 'good' | 'care' | 'bad' | 'unknown';
const icons = { good: IconCircleCheck, care: IconAlertTriangle, bad: IconCircleX, unknown: IconHelpCircle } as const;

const tones = {
  integrity: { intact: 'good', altered: 'bad', 'cannot-be-checked': 'unknown' },
  issuer: { trusted: 'good', 'not-trusted': 'bad', unknown: 'unknown' },
  accreditation: { accredited: 'good', 'not-accredited': 'care', pending: 'care' },
  status: { 'in-force': 'good', suspended: 'care', revoked: 'bad', superseded: 'care', unknown: 'unknown' },
} as const satisfies Record<string, Record<string, Tone>>;

/** The four answers, each for itself. There is no sum of them: a certificate may be intact and yet revoked. */
export const Answers = ({ verification }: { verification: Verification }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { integrity, issuer, accreditation, status } = verification;
  const since = status.since ? t('verify.since', { day: dayText(status.since, language) }) : '';
  return (
    <ul className={styles.answers} aria-label={t('verify.answers')}>
      <Answer
        question={t('verify.integrity.question')}
        tone={tones.integrity[integrity.answer]}
        answer={t(`verify.integrity.${integrity.answer}`)}
      />
      <Answer
        question={t('verify.issuer.question')}
        tone={tones.issuer[issuer.answer]}
        answer={t(`verify.issuer.${issuer.answer}`)}
        more={[issuer.name]}
      />
      <Answer
        question={t('verify.accreditation.question')}
        tone={tones.accreditation[accreditation.answer]}
        answer={t(`verify.accreditation.${accreditation.answer}`)}
        more={[accreditation.by]}
      />
      <Answer
        question={t('verify.status.question')}
        tone={tones.status[status.answer]}
        answer={t(`verify.status.${status.answer}`)}
        more={[since, status.reason ? t('verify.reason', { reason: status.reason }) : '']}
      />
    </ul>
  );
};

const Answer = ({ question, tone, answer, more = [] }: { question: string; tone: Tone; answer: string; more?: (string | null)[] }) => {
  const Icon = icons[tone];
  return (
    <li className={styles.answer} data-tone={tone}>
      <Icon size={28} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <h3 className={styles.question}>{question}</h3>
        <p className={styles.said}>{answer}</p>
        {more.filter(Boolean).map((each) => (
          <p key={each} className={styles.more}>
            {each}
          </p>
        ))}
      </div>
    </li>
  );
};
