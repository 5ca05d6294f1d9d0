import { z } from 'zod';
import { QuestionTag } from './assessment.js';
import { BankId, QuestionId, QuizId } from './ids.js';
import { PageQuery, pageOf } from './page.js';
import { AttemptQuestionView, resultReleases } from './quiz-attempt.js';
import { LocalText, words } from './text.js';

const worth = z.number().int().min(1).max(1_000).nullish();
/** One question that every attempt has, or a number of them drawn at random: those with all of the tags, of the whole bank without any. */
const QuizEntry = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('question'), questionId: QuestionId, points: worth }).strict(),
    z
      .object({ kind: z.literal('draw'), tags: z.array(QuestionTag).max(10), count: z.number().int().min(1).max(500), points: worth })
      .strict(),
  ])
  .meta({ id: 'QuizEntry' });
/** A part of a quiz. No question is asked twice, whichever entries could bring it. `points` of an entry stand in for those of its questions. */
export const QuizSection = z
  .object({
    title: LocalText.nullish(),
    order: z.enum(['fixed', 'shuffled']).default('fixed'),
    entries: z.array(QuizEntry).min(1).max(200),
  })
  .strict()
  .meta({ id: 'QuizSection' });
export type QuizSection = z.infer<typeof QuizSection>;

/**
 * `passingScore` is scaled, 0 to 1 (values above 1 up to 100 are read as percent). What is asked: `sections`, or `pick` questions of the
 * bank at random, or all of it. `releaseAt`: results are seen once graded, or once the edition is closed. `markers`: how many mark each
 * essay; of two whose points differ by more than `markTolerance` (a share of the question's points) a third decides, else their mean counts.
 */
export const QuizCreate = z
  .object({
    title: z.union([LocalText, words(200).trim().min(1)]),
    bankId: BankId,
    pick: z.number().int().positive().max(500).nullish(),
    sections: z.array(QuizSection).min(1).max(50).nullish(),
    timeLimitSeconds: z.number().int().positive().max(86_400).nullish(),
    attemptsAllowed: z.number().int().positive().max(100).nullish(),
    passingScore: z.number().min(0).max(100),
    release: z.enum(resultReleases).default('score'),
    releaseAt: z.enum(['graded', 'closed']).default('graded'),
    markers: z.union([z.literal(1), z.literal(2)]).default(1),
    markTolerance: z.number().min(0).max(1).default(0.2),
    /** Markers do not learn whose answer it is; who may author the quiz can look. */
    anonymous: z.boolean().default(true),
  })
  .strict()
  .refine(({ pick, sections }) => !pick || !sections, { path: ['pick'], message: 'either sections or a number to pick' })
  .meta({ id: 'QuizCreate' });
export type QuizCreate = z.infer<typeof QuizCreate>;
/** As a client writes it: what has a default may be left out. */
export type QuizWish = z.input<typeof QuizCreate>;
export const QuizView = z
  .object({
    id: QuizId,
    title: LocalText,
    bankId: BankId,
    pick: z.number().int().nullable(),
    /** For those who may author it; null for learners, and where the quiz has none. */
    sections: z.array(QuizSection).nullable(),
    /** How many questions an attempt has at present: those of the sections, `pick`, or all of the bank. */
    questions: z.number().int(),
    timeLimitSeconds: z.number().int().nullable(),
    attemptsAllowed: z.number().int().nullable(),
    passingScore: z.number(),
    release: z.enum(resultReleases),
    releaseAt: z.enum(['graded', 'closed']),
    markers: z.number().int(),
    markTolerance: z.number(),
    anonymous: z.boolean(),
    /** It is in a published course or was attempted: what is asked, how long, how often and how well stays as it is. */
    used: z.boolean(),
  })
  .meta({ id: 'Quiz' });
export type QuizView = z.infer<typeof QuizView>;
export const QuizList = pageOf(QuizView);
export const QuizQuery = PageQuery.extend({ q: words(200).optional() });
export type QuizQuery = z.infer<typeof QuizQuery>;

const quizWarnings = ['draw-too-large', 'nothing-to-draw', 'retired-question', 'passing-unreachable', 'no-questions'] as const;
/** What an attempt could look like, drawn afresh and kept nowhere, and what the author should know. `section` and `entry` count from 0. */
export const QuizPreview = z
  .object({
    questions: z.array(AttemptQuestionView),
    points: z.number(),
    warnings: z.array(
      z.object({
        code: z.enum(quizWarnings),
        section: z.number().int().nullable(),
        entry: z.number().int().nullable(),
        wanted: z.number().nullable(),
        there: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'QuizPreview' });
export type QuizPreview = z.infer<typeof QuizPreview>;
export type QuizWarning = QuizPreview['warnings'][number];
