import type { QuestionCreate, QuestionKind } from '@aula/contracts';
import { readNumber } from '../../lib/number.js';

/** What the form of a question holds while it is being typed. */
export interface QuestionFields {
  kind: QuestionKind;
  text: string;
  points: string;
  choices: { text: string; right: boolean }[];
  truth: boolean;
  value: string;
  tolerance: string;
  /** Accepted texts, one a line. */
  texts: string;
}

export const emptyQuestion = (kind: QuestionKind): QuestionFields => ({
  kind,
  text: '',
  points: '1',
  choices: [
    { text: '', right: true },
    { text: '', right: false },
  ],
  truth: true,
  value: '',
  tolerance: '0',
  texts: '',
});

export type QuestionMissing = 'text' | 'points' | 'choices' | 'right' | 'value' | 'texts';

/** The request, or what still stops it. */
export const questionOf = (fields: QuestionFields): { question: QuestionCreate } | { missing: QuestionMissing[] } => {
  const points = readNumber(fields.points);
  const key = keyOf(fields);
  const missing = [
    ...(fields.text.trim() ? [] : (['text'] as const)),
    ...(points !== undefined && Number.isInteger(points) && points > 0 ? [] : (['points'] as const)),
    ...('missing' in key ? key.missing : []),
  ];
  if (missing.length > 0 || 'missing' in key) return { missing };
  return { question: { kind: fields.kind, text: fields.text.trim(), points: points ?? 1, ...key } };
};

type Key = Pick<QuestionCreate, 'choices' | 'correct' | 'accepted' | 'texts'>;

const keyOf = (fields: QuestionFields): Key | { missing: QuestionMissing[] } => {
  switch (fields.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return choicesOf(fields);
    case 'true-false':
      return { correct: fields.truth };
    case 'numeric':
      return rangeOf(fields);
    case 'short-answer': {
      const texts = fields.texts.split('\n').flatMap((line) => (line.trim() ? [{ text: line.trim(), weight: 100 }] : []));
      return texts.length > 0 ? { texts } : { missing: ['texts'] };
    }
  }
};

/** Several right choices share the points; a wrong one takes away as much as a right one brings, so that ticking all earns nothing. */
const choicesOf = ({ kind, choices }: QuestionFields): Key | { missing: QuestionMissing[] } => {
  const filled = choices.filter(({ text }) => text.trim());
  const right = filled.filter((choice) => choice.right).length;
  if (filled.length < 2) return { missing: ['choices'] };
  if (right === 0 || (kind === 'single-choice' && right > 1)) return { missing: ['right'] };
  const share = 100 / right;
  const wrong = kind === 'single-choice' ? 0 : -share;
  return { choices: filled.map((choice) => ({ text: choice.text.trim(), weight: choice.right ? share : wrong })) };
};

const rangeOf = ({ value, tolerance }: QuestionFields): Key | { missing: QuestionMissing[] } => {
  const middle = readNumber(value);
  const around = tolerance.trim() ? readNumber(tolerance) : 0;
  if (middle === undefined || around === undefined || around < 0) return { missing: ['value'] };
  return { accepted: [{ minimum: middle - around, maximum: middle + around, weight: 100 }] };
};
