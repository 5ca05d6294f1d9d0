import type { Verification } from '@aula/contracts';
import type { Wanted } from './read.js';

/** What was asked, and the answers; null where no certificate of this academy has the number. */
export interface Result {
  wanted: Wanted;
  answers: Verification | null;
}

export const verdicts = ['good', 'care', 'bad', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

/** In which pile a result is laid, so that a desk sees what to look at; each answer is still shown for itself. */
export const verdictOf = ({ answers }: Result): Verdict => {
  if (answers === null) return 'unknown';
  const { integrity, issuer, status, accreditation } = answers;
  if (integrity.answer === 'altered' || status.answer === 'revoked' || issuer.answer === 'not-trusted') return 'bad';
  if (integrity.answer !== 'intact' || status.answer !== 'in-force' || issuer.answer !== 'trusted') return 'care';
  return accreditation.answer === 'pending' ? 'care' : 'good';
};

const headings = ['certificate', 'title', 'integrity', 'issuer', 'accreditation', 'status', 'since', 'reason'];

/** One cell of CSV (RFC 4180); what a spreadsheet would take for a formula begins with an apostrophe. */
const cell = (text: string): string => {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** The results as a file for spreadsheets; the answers in the words of the interface that gives them. */
export const csvOf = (results: readonly Result[]): string => {
  const lines = results.map(({ wanted, answers }) =>
    answers === null
      ? [wanted.label, '', 'unknown', 'unknown', 'unknown', 'unknown', '', '']
      : [
          wanted.label,
          answers.claims?.title ?? '',
          answers.integrity.answer,
          answers.issuer.answer,
          answers.accreditation.answer,
          answers.status.answer,
          answers.status.since ?? '',
          answers.status.reason ?? '',
        ],
  );
  return `\uFEFF${[headings, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
};
