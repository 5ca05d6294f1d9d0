import { createHash } from 'node:crypto';
import type {
  Criterion,
  Language,
  ProblemCode,
  ProblemParameters,
  QuestionCreate,
  QuestionKind,
  QuestionTranslation,
} from '@aula/contracts';

interface Worth {
  /** Percent of the points, −100 to 100. */
  readonly weight: number;
  readonly feedback: string | null;
}
/** What a question says, and its key, as an author gives it. True-false has two choices: true, then false. */
export interface QuestionDraft {
  readonly kind: QuestionKind;
  readonly title: string | null;
  readonly text: string;
  readonly points: number;
  readonly choices: readonly (Worth & { readonly text: string })[];
  readonly accepted: readonly (Worth & { readonly minimum: number; readonly maximum: number })[];
  readonly texts: readonly (Worth & { readonly text: string })[];
  readonly feedback: string | null;
  /** The language of the text; null where nobody said. */
  readonly language: Language | null;
  readonly translations: Partial<Record<Language, QuestionTranslation | undefined>>;
  readonly wordLimit: number | null;
  readonly rubric: readonly Criterion[];
}
/** What most questions say nothing of. */
export const unsaid = { language: null, translations: {}, wordLimit: null, rubric: [] } as const;
/** What keeps a draft from being a question, and at which of its members. */
export interface QuestionFault {
  readonly path: string;
  readonly code: ProblemCode;
  readonly parameters?: ProblemParameters;
}

type Answers = 'choices' | 'accepted' | 'texts';
/** Where a kind has its answers; an essay has none. */
const answersOf: Readonly<Record<QuestionKind, Answers | null>> = {
  'single-choice': 'choices',
  'multiple-choice': 'choices',
  'true-false': 'choices',
  numeric: 'accepted',
  'short-answer': 'texts',
  essay: null,
};
const others = (kind: QuestionKind): Answers[] =>
  (['choices', 'accepted', 'texts'] as const).filter((answers) => answers !== answersOf[kind]);

/** The draft of a request; weights are made exact. Of a true-false question `correct` gives the weights, choices only their feedback. */
export const draftOf = (from: QuestionCreate): QuestionDraft => ({
  kind: from.kind,
  title: from.title?.trim() || null,
  text: from.text.trim(),
  points: from.points ?? 1,
  choices: (typeof from.correct === 'boolean' ? statements(from.correct, from.choices) : (from.choices ?? [])).map((choice) => ({
    text: choice.text.trim(),
    ...worth(choice),
  })),
  accepted: (from.accepted ?? []).map((range) => ({ minimum: range.minimum, maximum: range.maximum, ...worth(range) })),
  texts: (from.texts ?? []).map((accepted) => ({ text: accepted.text.trim(), ...worth(accepted) })),
  feedback: from.feedback ?? null,
  language: from.language ?? null,
  translations: translationsOf(from),
  wordLimit: from.kind === 'essay' ? (from.wordLimit ?? null) : null,
  rubric: from.rubric ?? [],
});

/** Without blank ones, and without one into the question's own language. */
const translationsOf = ({ translations = {}, language }: QuestionCreate): QuestionDraft['translations'] =>
  Object.fromEntries(Object.entries(translations).filter(([into, said]) => into !== language && said && said.text.trim() !== ''));

interface GivenWorth {
  weight: number;
  feedback?: string | null | undefined;
}
const worth = ({ weight, feedback }: GivenWorth): Worth => ({ weight: exactWeight(weight), feedback: feedback ?? null });

/** The two choices of a true-false question, with the feedback that was given for each. */
export const statements = (correct: boolean, given: readonly { feedback?: string | null | undefined }[] = []) => [
  { text: 'true', weight: correct ? 100 : 0, feedback: given[0]?.feedback ?? null },
  { text: 'false', weight: correct ? 0 : 100, feedback: given[1]?.feedback ?? null },
];

/** Thirds, sixths, sevenths, ninths and twelfths, in percent. */
const fractions = [3, 6, 7, 9, 12].flatMap((parts) => Array.from({ length: parts - 1 }, (_, index) => (100 * (index + 1)) / parts));

/**
 * The weight that was meant: who writes 33.33 means a third, so that three of them are full marks. A weight with decimals becomes the
 * fraction that it rounds or cuts; any other stays. At most ten decimals.
 */
export const exactWeight = (weight: number): number => {
  const decimals = String(weight).split('.')[1]?.length ?? 0;
  if (decimals === 0 || decimals > 9) return Number(weight.toFixed(10));
  const size = Math.abs(weight);
  const scale = 10 ** decimals;
  const meant = fractions.find((fraction) => Number(fraction.toFixed(decimals)) === size || Math.floor(fraction * scale) / scale === size);
  return Number((Math.sign(weight) * (meant ?? size)).toFixed(10));
};

/** Everything that keeps the draft from being a question; [] when it is one. */
export const faultsOf = (draft: QuestionDraft): QuestionFault[] => {
  const answers = answersOf[draft.kind];
  const foreign = others(draft.kind).filter((name) => draft[name].length > 0);
  return [
    ...foreign.map((path) => ({ path, code: 'question.foreign-answers' as const })),
    ...(answers ? faultsOfAnswers(draft, answers) : []),
    ...faultsOfKind(draft),
    ...faultsOfRubric(draft),
  ];
};

const faultsOfAnswers = (draft: QuestionDraft, answers: Answers): QuestionFault[] => {
  const list = draft[answers];
  const few = list.length < (answers === 'choices' ? 2 : 1);
  const least = answers === 'choices' ? -100 : 0;
  return [
    ...(few
      ? [{ path: answers, code: answers === 'choices' ? ('question.too-few-choices' as const) : ('question.missing-answers' as const) }]
      : []),
    ...(!few && !list.some(({ weight }) => weight > 0) ? [{ path: answers, code: 'question.no-correct-answer' as const }] : []),
    ...list.flatMap(({ weight }, place) =>
      weight < least || weight > 100
        ? [{ path: `${answers}.${place}.weight`, code: 'question.weight-out-of-range' as const, parameters: { value: weight } }]
        : [],
    ),
  ];
};

const faultsOfRubric = ({ kind, rubric, points }: QuestionDraft): QuestionFault[] => {
  if (rubric.length === 0) return [];
  if (kind !== 'essay') return [{ path: 'rubric', code: 'question.foreign-answers' }];
  const sum = rubric.reduce((total, criterion) => total + criterion.points, 0);
  return sum === points ? [] : [{ path: 'rubric', code: 'question.rubric-points', parameters: { sum, points } }];
};

const faultsOfKind = (draft: QuestionDraft): QuestionFault[] => [
  ...blanks('choices', draft.choices),
  ...blanks('texts', draft.texts),
  ...draft.accepted.flatMap(({ minimum, maximum }, place) =>
    minimum > maximum
      ? [{ path: `accepted.${place}`, code: 'question.range-reversed' as const, parameters: { value: `${minimum}..${maximum}` } }]
      : [],
  ),
  ...(draft.kind === 'true-false' && draft.choices.length >= 2 && !isTrueAndFalse(draft)
    ? [{ path: 'choices', code: 'question.two-choices' as const }]
    : []),
];

const blanks = (path: string, list: readonly { text: string }[]): QuestionFault[] =>
  list.flatMap(({ text }, place) => (text.trim() === '' ? [{ path: `${path}.${place}.text`, code: 'question.blank-answer' }] : []));
const isTrueAndFalse = ({ choices }: QuestionDraft): boolean =>
  choices.length === 2 && choices.filter(({ weight }) => weight === 100).length === 1 && choices.some(({ weight }) => weight === 0);

/** SHA-256 over what is asked and what is right: two questions that differ in title or feedback only are the same. */
export const contentHash = ({ kind, text, points, choices, accepted, texts }: QuestionDraft): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify([
        kind,
        text,
        points,
        choices.map((choice) => [choice.text, choice.weight]),
        accepted.map((range) => [range.minimum, range.maximum, range.weight]),
        texts.map((accepted) => [accepted.text, accepted.weight]),
      ]),
    )
    .digest();

/** What short answers are compared as, besides their case: composed characters (Unicode NFC), single spaces, none around. */
export const comparable = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

/**
 * The SQL pattern (LIKE, escape `\`) of an accepted text: `*` is any run of characters, `\*` a star; whatever LIKE reads as a sign is
 * made a plain character.
 */
export const likePattern = (text: string): string =>
  comparable(text).replaceAll(/\\\*|\*+|[\\%_]/g, (part) => (part === '\\*' ? '*' : part.startsWith('*') ? '%' : `\\${part}`));
