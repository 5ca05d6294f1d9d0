import { z } from 'zod';
import { BankId, QuestionId, QuestionImportId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { Language, words } from './text.js';

export const questionKinds = ['single-choice', 'multiple-choice', 'true-false', 'numeric', 'short-answer', 'essay'] as const;
export const QuestionKind = z.enum(questionKinds).meta({ id: 'QuestionKind' });
export type QuestionKind = z.infer<typeof QuestionKind>;

export const BankCreate = z
  .object({ title: words(200).trim().min(2) })
  .strict()
  .meta({ id: 'BankCreate' });
export type BankCreate = z.infer<typeof BankCreate>;
export const BankView = z.object({ id: BankId, title: z.string(), questions: z.number().int(), createdAt: Instant }).meta({ id: 'Bank' });
export type BankView = z.infer<typeof BankView>;
export const BankList = pageOf(BankView);
export const BankQuery = PageQuery.extend({ q: words(200).optional() });
export type BankQuery = z.infer<typeof BankQuery>;

const wordsOrNull = words(4_000).nullable();
const weight = z.number().min(-100).max(100);

/** What a marker goes by: a criterion of an essay, and the most points for it. */
export const Criterion = z
  .object({ title: words(200).trim().min(1), text: words(2_000).nullish(), points: z.number().int().min(1).max(1_000) })
  .strict()
  .meta({ id: 'Criterion' });
export type Criterion = z.infer<typeof Criterion>;
/** A question in one more language. `choices` in the order of the question's own; one that is missing or empty is shown untranslated. */
export const QuestionTranslation = z
  .object({ text: words(20_000), choices: z.array(words(4_000)).max(100).default([]) })
  .strict()
  .meta({ id: 'QuestionTranslation' });
export type QuestionTranslation = z.infer<typeof QuestionTranslation>;
const Translations = z
  .object({
    es: QuestionTranslation.optional(),
    pt: QuestionTranslation.optional(),
    en: QuestionTranslation.optional(),
    fr: QuestionTranslation.optional(),
  })
  .strict();
/** A word that questions are found and drawn by: lower case, without spaces around. */
export const QuestionTag = words(60).trim().toLowerCase().min(1).meta({ id: 'QuestionTag' });

/** A choice as an author sees it; `weight` in percent of the points, −100 to 100. */
export const ChoiceView = z.object({ text: z.string(), weight: z.number(), feedback: z.string().nullable() });
/** A question with its key: for authors only, never for learners. */
export const QuestionView = z
  .object({
    id: QuestionId,
    /** 1 for the first wording and key; a change makes the next, and attempts keep the one they were drawn from. */
    version: z.number().int(),
    kind: QuestionKind,
    title: z.string().nullable(),
    text: z.string(),
    points: z.number().int().positive(),
    /** Of true-false questions: true, then false. */
    choices: z.array(ChoiceView),
    /** Of true-false questions; null of the other kinds. */
    correct: z.boolean().nullable(),
    /** Accepted values of numeric questions, inclusive; the first that holds the response counts. */
    accepted: z.array(z.object({ minimum: z.number(), maximum: z.number(), weight: z.number(), feedback: z.string().nullable() })),
    /** Accepted texts of short answers; `*` stands for any run of characters, `\*` for a star. The first that matches counts. */
    texts: z.array(z.object({ text: z.string(), weight: z.number(), feedback: z.string().nullable() })),
    feedback: z.string().nullable(),
    /** The language of `text`; null where nobody said. */
    language: Language.nullable(),
    translations: Translations,
    tags: z.array(z.string()),
    /** Of essays: how many words at most; a longer one can be handed in all the same. */
    wordLimit: z.number().int().nullable(),
    rubric: z.array(Criterion),
    /** Drawn for no new attempt; quizzes that name it still ask it. */
    retired: z.boolean(),
  })
  .meta({ id: 'Question' });
export type QuestionView = z.infer<typeof QuestionView>;
export const QuestionList = pageOf(QuestionView);
/** A question to be added, or the next version of one. True-false takes `correct`, or two choices, true and then false, of which one weighs 100. */
export const QuestionCreate = z
  .object({
    kind: QuestionKind,
    title: words(500).nullish(),
    text: words(20_000).refine((value) => value.trim() !== '', { message: 'a text' }),
    points: z.number().int().min(1).max(1_000).optional(),
    choices: z
      .array(z.object({ text: words(4_000), weight, feedback: wordsOrNull.optional() }).strict())
      .max(100)
      .optional(),
    correct: z.boolean().nullish(),
    accepted: z
      .array(z.object({ minimum: z.number(), maximum: z.number(), weight: weight.default(100), feedback: wordsOrNull.optional() }).strict())
      .max(100)
      .optional(),
    texts: z
      .array(z.object({ text: words(1_000), weight: weight.default(100), feedback: wordsOrNull.optional() }).strict())
      .max(100)
      .optional(),
    feedback: wordsOrNull.optional(),
    language: Language.nullish(),
    translations: Translations.optional(),
    /** Absent: as they were. */
    tags: z.array(QuestionTag).max(20).optional(),
    wordLimit: z.number().int().min(1).max(5_000).nullish(),
    rubric: z.array(Criterion).max(20).optional(),
  })
  .strict()
  .refine((question) => typeof question.correct !== 'boolean' || question.kind === 'true-false', {
    path: ['correct'],
    message: 'of true-false questions only',
  })
  .meta({ id: 'QuestionCreate' });
export type QuestionCreate = z.infer<typeof QuestionCreate>;
/** `missing`: questions that have no text in that language. */
export const QuestionQuery = PageQuery.extend({
  q: words(200).optional(),
  kind: QuestionKind.optional(),
  tag: QuestionTag.optional(),
  missing: Language.optional(),
  state: z.enum(['active', 'retired']).default('active'),
});
export type QuestionQuery = z.infer<typeof QuestionQuery>;
/** The tags of a bank's questions, with how many questions that are not retired have each. */
export const QuestionTagList = z
  .object({ items: z.array(z.object({ tag: z.string(), questions: z.number().int() })), next: z.null() })
  .meta({ id: 'QuestionTagList' });
export type QuestionTagList = z.infer<typeof QuestionTagList>;

export const QuestionFindingView = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  message: z.string(),
  line: z.number().int().nullable(),
});
/**
 * `accepted`: questions of the file that this import brought into the bank, repetitions within the file counted; `rejected`: those it could
 * not take, each with a finding. What was in the bank before is neither; a finding tells how many.
 */
export const QuestionImportView = z
  .object({
    id: QuestionImportId,
    state: z.enum(['queued', 'reading', 'done', 'failed']),
    format: z.enum(['gift']),
    accepted: z.number().int(),
    rejected: z.number().int(),
    findings: z.array(QuestionFindingView),
  })
  .meta({ id: 'QuestionImport' });
export type QuestionImportView = z.infer<typeof QuestionImportView>;
export const QuestionImportStarted = z.object({ id: QuestionImportId }).meta({ id: 'QuestionImportStarted' });
