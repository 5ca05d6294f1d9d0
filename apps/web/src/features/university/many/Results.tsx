import type { Verification } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../lib/i18n.js';
import { count } from '../../../lib/number.js';
import { dayText } from '../../../lib/time.js';
import { Facts } from '../../../ui/Facts/Facts.js';
import { TextLink } from '../../../ui/Links/Links.js';
import { Section } from '../../../ui/Page/Page.js';
import { Row, Rows } from '../../../ui/Rows/Rows.js';
import { Tag } from '../../../ui/Tag/Tag.js';
import styles from '../university.module.css';
import { type Result, type Verdict, csvOf, verdictOf, verdicts } from './verdict.js';

const tones = { good: 'good', care: 'care', bad: 'bad', unknown: 'plain' } as const satisfies Record<Verdict, string>;
const order: Record<Verdict, number> = { bad: 0, care: 1, unknown: 2, good: 3 };

/** The piles, then each result with its four answers; what needs a look comes first. */
export const Results = ({ results }: { results: readonly Result[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const sorted = [...results].sort((a, b) => order[verdictOf(a)] - order[verdictOf(b)]);
  return (
    <Section
      title={t('registry.many.results')}
      actions={
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            save(csvOf(results));
          }}
        >
          {t('registry.many.csv')}
        </Button>
      }
      plain
    >
      <div role="status">
        <Facts
          short
          facts={verdicts.map((each) => [
            t(`registry.many.${each}`),
            count(results.filter((result) => verdictOf(result) === each).length, language),
          ])}
        />
      </div>
      <Rows label={t('registry.many.results')}>
        {sorted.map((result) => (
          <ResultRow key={result.wanted.label} result={result} />
        ))}
      </Rows>
    </Section>
  );
};

const ResultRow = ({ result }: { result: Result }) => {
  const { t } = useTranslation();
  const { wanted, answers } = result;
  const verdict = verdictOf(result);
  return (
    <Row
      title={
        answers?.id ? (
          <TextLink to="/v/$credentialId" params={{ credentialId: answers.id }}>
            {wanted.label}
          </TextLink>
        ) : (
          wanted.label
        )
      }
      text={answers ? <Answers answers={answers} /> : t('registry.many.unknownText')}
      aside={<Tag tone={tones[verdict]}>{t(`registry.many.${verdict}`)}</Tag>}
    />
  );
};

/** The four answers in the words of the page of one certificate. */
const Answers = ({ answers }: { answers: Verification }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { integrity, issuer, accreditation, status, claims } = answers;
  const said = [
    t(`verify.integrity.${integrity.answer}`),
    t(`verify.issuer.${issuer.answer}`),
    t(`verify.accreditation.${accreditation.answer}`),
    t(`verify.status.${status.answer}`),
    status.since && t('verify.since', { day: dayText(status.since, language) }),
    status.reason && t('verify.reason', { reason: status.reason }),
  ];
  return (
    <>
      {claims && <p>{claims.title}</p>}
      <ul className={styles.answers}>
        {said.filter(Boolean).map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </>
  );
};

/** Hands a file of this page to the browser. */
const save = (text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: 'verifications.csv' });
  link.click();
  URL.revokeObjectURL(address);
};
