import type { Language, QuestionCreate, QuestionKind, QuestionView } from '@aula/contracts';
import { languages } from '../../lib/local-text.js';
import { readNumber } from '../../lib/number.js';

/** What the form of a question holds while it is being typed. */
export interface QuestionFields {
  kind: QuestionKind;
  text: string;
  points: string;
  /** `weight` and `feedback`: of a choice that was there before. */
  choices: { text: string; right: boolean; weight?: number; feedback?: string | null }[];
  truth: boolean;
  value: string;
  tolerance: string;
  /** Accepted texts, one a line. */
  texts: string;
  feedback: string;
  /** With commas between. */
  tags: string;
  language: Language | '';
  translations: Partial<Record<Language, { text: string; choices: string[] }>>;
  wordLimit: string;
  rubric: { title: string; text: string; points: string }[];
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
  feedback: '',
  tags: '',
  language: '',
  translations: {},
  wordLimit: '',
  rubric: [],
});

/** A question that is there, to be changed or copied. */
export const fieldsOf = (question: QuestionView): QuestionFields => {
  const [range] = question.accepted;
  const choices = question.choices.map(({ text, weight, feedback }) => ({ text, weight, feedback, right: weight > 0 }));
  return {
    ...emptyQuestion(question.kind),
    text: question.text,
    points: String(question.points),
    ...(choices.length > 0 && question.kind !== 'true-false' ? { choices } : {}),
    truth: question.correct ?? true,
    ...(range ? { value: String((range.minimum + range.maximum) / 2), tolerance: String((range.maximum - range.minimum) / 2) } : {}),
    texts: question.texts.map(({ text }) => text).join('\n'),
    feedback: question.feedback ?? '',
    tags: question.tags.join(', '),
    language: question.language ?? '',
    translations: question.translations,
    wordLimit: question.wordLimit === null ? '' : String(question.wordLimit),
    rubric: question.rubric.map(({ title, text, points }) => ({ title, text: text ?? '', points: String(points) })),
  };
};

export type QuestionMissing = 'text' | 'points' | 'choices' | 'right' | 'value' | 'texts' | 'wordLimit' | 'rubric';

/** What the fields of one kind of question are given. */
export interface KeyProps {
  fields: QuestionFields;
  set: (change: Partial<QuestionFields>) => void;
  errorAt: (field: QuestionMissing) => string | undefined;
}

/** The request, or what still stops it. Of `before` stays what the form does not show: further ranges, weights, feedback. */
export const questionOf = (
  fields: QuestionFields,
  before?: QuestionView,
): { question: QuestionCreate } | { missing: QuestionMissing[] } => {
  const points = readNumber(fields.points);
  const key = keyOf(fields, before);
  const missing = [
    ...(fields.text.trim() ? [] : (['text'] as const)),
    ...(points !== undefined && Number.isInteger(points) && points > 0 ? [] : (['points'] as const)),
    ...('missing' in key ? key.missing : []),
  ];
  if (missing.length > 0 || 'missing' in key) return { missing };
  const { kind, language, translations } = fields;
  return {
    question: {
      ...{ kind, text: fields.text.trim(), points: points ?? 1, ...key, tags: tagsIn(fields.tags) },
      ...(fields.feedback.trim() && { feedback: fields.feedback.trim() }),
      ...(before?.title && { title: before.title }),
      ...(language && { language }),
      ...(Object.keys(translations).length > 0 && { translations }),
    },
  };
};

export const tagsIn = (typed: string): string[] => [...new Set(typed.split(',').flatMap((tag) => tag.trim().toLowerCase() || []))];

/** The languages that the question has no text in. */
export const missingIn = ({ language, translations }: Pick<QuestionView, 'language' | 'translations'>): Language[] =>
  languages.filter((each) => each !== language && !translations[each]?.text.trim());

type Key = Pick<QuestionCreate, 'choices' | 'correct' | 'accepted' | 'texts' | 'wordLimit' | 'rubric'>;
type Read = Key | { missing: QuestionMissing[] };

const keyOf = (fields: QuestionFields, before?: QuestionView): Read => {
  switch (fields.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return choicesOf(fields);
    case 'true-false':
      return { correct: fields.truth, ...(before?.kind === 'true-false' && { choices: before.choices }) };
    case 'numeric':
      return rangeOf(fields, before);
    case 'short-answer':
      return textsOf(fields, before);
    case 'essay':
      return essayOf(fields);
  }
};

/** Several right choices share the points; a wrong one takes away as much as a right one brings, so that ticking all earns nothing. */
const choicesOf = ({ kind, choices }: QuestionFields): Read => {
  const filled = choices.filter(({ text }) => text.trim());
  const right = filled.filter((choice) => choice.right).length;
  if (filled.length < 2) return { missing: ['choices'] };
  const kept = filled.every(({ right: marked, weight }) => weight !== undefined && weight > 0 === marked);
  if (right === 0 || (kind === 'single-choice' && right > 1 && !kept)) return { missing: ['right'] };
  const share = 100 / right;
  const wrong = kind === 'single-choice' ? 0 : -share;
  return {
    choices: filled.map((choice) => ({
      text: choice.text.trim(),
      weight: kept ? (choice.weight ?? 0) : choice.right ? share : wrong,
      ...(choice.feedback && { feedback: choice.feedback }),
    })),
  };
};

const rangeOf = (fields: QuestionFields, before?: QuestionView): Read => {
  const { value, tolerance } = fields;
  const first = before && before.accepted.length > 0 ? fieldsOf(before) : undefined;
  if (before && value === first?.value && tolerance === first.tolerance) return { accepted: before.accepted };
  const middle = readNumber(value);
  const around = tolerance.trim() ? readNumber(tolerance) : 0;
  if (middle === undefined || around === undefined || around < 0) return { missing: ['value'] };
  return { accepted: [{ minimum: middle - around, maximum: middle + around, weight: 100 }] };
};

const textsOf = ({ texts: typed }: QuestionFields, before?: QuestionView): Read => {
  const known = new Map(before?.texts.map((accepted) => [accepted.text, accepted]));
  const texts = typed.split('\n').flatMap((line) => {
    const text = line.trim();
    return text ? [known.get(text) ?? { text, weight: 100 }] : [];
  });
  return texts.length > 0 ? { texts } : { missing: ['texts'] };
};

const essayOf = ({ wordLimit, rubric, points }: QuestionFields): Read => {
  const limit = wordLimit.trim() === '' ? null : readNumber(wordLimit);
  const criteria = rubric.map(({ title, text, points: most }) => ({
    title: title.trim(),
    text: text.trim() || null,
    points: readNumber(most) ?? 0,
  }));
  const sum = criteria.reduce((total, each) => total + each.points, 0);
  const sound = criteria.every((each) => each.title && Number.isInteger(each.points) && each.points > 0);
  const wrong: QuestionMissing[] = [
    ...(limit === null || (limit !== undefined && Number.isInteger(limit) && limit > 0 && limit <= 5_000) ? [] : (['wordLimit'] as const)),
    ...(criteria.length === 0 || (sound && sum === readNumber(points)) ? [] : (['rubric'] as const)),
  ];
  return wrong.length > 0 ? { missing: wrong } : { wordLimit: limit ?? null, rubric: criteria };
};
