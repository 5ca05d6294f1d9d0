import { z } from 'zod';
import { AttemptId, BankId, EnrollmentId, QuestionId, QuestionImportId, QuizId, UnitId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { LocalText, words } from './text.js';

export const questionKinds = ['single-choice', 'multiple-choice', 'true-false', 'numeric', 'short-answer'] as const;
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

const wordsOrNull = words(4_000).nullable();
const weight = z.number().min(-100).max(100);

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
  })
  .strict()
  .refine((question) => typeof question.correct !== 'boolean' || question.kind === 'true-false', {
    path: ['correct'],
    message: 'of true-false questions only',
  })
  .meta({ id: 'QuestionCreate' });
export type QuestionCreate = z.infer<typeof QuestionCreate>;

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

/** `passingScore` is scaled, 0 to 1 (values above 1 up to 100 are read as percent); `pick` draws that many questions at random, all when absent. */
export const QuizCreate = z
  .object({
    title: z.union([LocalText, words(200).trim().min(1)]),
    bankId: BankId,
    pick: z.number().int().positive().max(500).nullish(),
    timeLimitSeconds: z.number().int().positive().max(86_400).nullish(),
    attemptsAllowed: z.number().int().positive().max(100).nullish(),
    passingScore: z.number().min(0).max(100),
  })
  .strict()
  .meta({ id: 'QuizCreate' });
export type QuizCreate = z.infer<typeof QuizCreate>;
export const QuizView = z
  .object({
    id: QuizId,
    title: LocalText,
    bankId: BankId,
    pick: z.number().int().nullable(),
    /** How many questions an attempt has at present: `pick`, or all of the bank. */
    questions: z.number().int(),
    timeLimitSeconds: z.number().int().nullable(),
    attemptsAllowed: z.number().int().nullable(),
    passingScore: z.number(),
  })
  .meta({ id: 'Quiz' });
export type QuizView = z.infer<typeof QuizView>;
export const QuizList = pageOf(QuizView);

/** A learner's answer, by kind: choice indexes (of the question as shown), a boolean, a number, a text; null takes the answer back. */
export const AnswerResponse = z
  .union([z.number(), z.array(z.number().int().min(0).max(99)).max(100), z.boolean(), words(4_000), z.null()])
  .meta({ id: 'AnswerResponse' });
export type AnswerResponse = z.infer<typeof AnswerResponse>;
/** A question as a learner sees it: never with the key, weights or feedback. `response` is what was saved last. */
export const AttemptQuestionView = z
  .object({
    id: QuestionId,
    number: z.number().int(),
    kind: QuestionKind,
    text: z.string(),
    points: z.number().int(),
    choices: z.array(z.object({ index: z.number().int(), text: z.string() })),
    response: AnswerResponse,
    sequence: z.number().int(),
  })
  .meta({ id: 'AttemptQuestion' });
export type AttemptQuestionView = z.infer<typeof AttemptQuestionView>;
export const AttemptCreate = z.object({ enrollmentId: EnrollmentId, unitId: UnitId }).strict().meta({ id: 'AttemptCreate' });
export type AttemptCreate = z.infer<typeof AttemptCreate>;
export const attemptStates = ['open', 'submitted', 'graded'] as const;
/**
 * `score` and `maxScore` in points, null until graded. `deadline`: the time limit, and never later than the edition's end;
 * `remainingSeconds` to it by the database clock, null once submitted.
 */
export const AttemptView = z
  .object({
    id: AttemptId,
    quizId: QuizId,
    enrollmentId: EnrollmentId,
    unitId: UnitId,
    title: LocalText,
    number: z.number().int(),
    state: z.enum(attemptStates),
    startedAt: Instant,
    deadline: Instant.nullable(),
    remainingSeconds: z.number().nullable(),
    attemptsAllowed: z.number().int().nullable(),
    score: z.number().nullable(),
    maxScore: z.number().nullable(),
    passed: z.boolean().nullable(),
    /** Questions only while the attempt is open. */
    questions: z.array(AttemptQuestionView).optional(),
  })
  .meta({ id: 'Attempt' });
export type AttemptView = z.infer<typeof AttemptView>;
export const AttemptList = pageOf(AttemptView);
export const AttemptQuery = PageQuery.extend({ enrollmentId: EnrollmentId, unitId: UnitId.optional() });
export type AttemptQuery = z.infer<typeof AttemptQuery>;
/**
 * Starting an open attempt, or reading one's own, answers with a token in this header; sent back in it, the token stands in for a session
 * when answers are saved and the attempt is submitted, and opens nothing else. It ends with the attempt, shortly after its deadline, or
 * after 30 days; the next reading gives a new one.
 */
export const attemptTokenHeader = 'attempt-token';
/** `sequence` counts up per question on the client; the highest wins. */
export const AnswerPut = z
  .object({ sequence: z.number().int().min(1).max(1_000_000_000), response: AnswerResponse })
  .strict()
  .meta({ id: 'AnswerPut' });
export type AnswerPut = z.infer<typeof AnswerPut>;
export const AnswerView = z.object({ sequence: z.number().int() }).meta({ id: 'Answer' });
export type AnswerView = z.infer<typeof AnswerView>;
