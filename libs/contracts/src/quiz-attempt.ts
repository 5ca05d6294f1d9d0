import { z } from 'zod';
import { Criterion, QuestionKind } from './assessment.js';
import { AttemptId, EnrollmentId, QuestionId, QuizId, UnitId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { LocalText, words } from './text.js';

/** How much of a result learners see: nothing but that it was handed in, the score, or each question with its key and feedback. */
export const resultReleases = ['none', 'score', 'answers'] as const;

/** A learner's answer, by kind: choice indexes (of the question as shown), a boolean, a number, a text; null takes the answer back. */
export const AnswerResponse = z
  .union([z.number(), z.array(z.number().int().min(0).max(99)).max(100), z.boolean(), words(20_000), z.null()])
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
    /** The heading that begins here or before, where the quiz has sections with one. */
    section: LocalText.nullable(),
    /** Of essays. */
    wordLimit: z.number().int().nullable(),
    /** Of essays: what they are marked by. */
    criteria: z.array(Criterion),
  })
  .meta({ id: 'AttemptQuestion' });
export type AttemptQuestionView = z.infer<typeof AttemptQuestionView>;
export const AttemptCreate = z.object({ enrollmentId: EnrollmentId, unitId: UnitId }).strict().meta({ id: 'AttemptCreate' });
export type AttemptCreate = z.infer<typeof AttemptCreate>;
export const attemptStates = ['open', 'submitted', 'graded'] as const;
/**
 * `score` and `maxScore` in points, null until graded. `deadline`: the time limit, and never later than the edition's end;
 * `remainingSeconds` to it by the database clock, null once submitted. Score and pass are null, too, as long as the quiz does not
 * release them to this reader.
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
    /** Handed in, and essays of it wait for a marker. */
    beingMarked: z.boolean(),
    /** What this reader may see of the result when it is graded. */
    released: z.enum(resultReleases),
    /** When more of it is released; null when there is no more to come. */
    releasedAt: Instant.nullable(),
    /** Questions only while the attempt is open. */
    questions: z.array(AttemptQuestionView).optional(),
  })
  .meta({ id: 'Attempt' });
export type AttemptView = z.infer<typeof AttemptView>;
export const AttemptList = pageOf(AttemptView);
/** The attempts of an enrollment, or all of the reader's own (`mine`). */
export const AttemptQuery = PageQuery.extend({
  enrollmentId: EnrollmentId.optional(),
  mine: z.stringbool().optional(),
  unitId: UnitId.optional(),
}).refine(({ enrollmentId, mine }) => enrollmentId !== undefined || mine === true, { path: ['enrollmentId'], message: 'or mine=true' });
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

/** A question of a graded attempt as far as the quiz releases it: `right` and `feedback` only with the answers. */
export const ReviewedQuestion = z
  .object({
    number: z.number().int(),
    kind: QuestionKind,
    text: z.string(),
    section: LocalText.nullable(),
    points: z.number(),
    score: z.number(),
    response: AnswerResponse,
    choices: z.array(
      z.object({ index: z.number().int(), text: z.string(), right: z.boolean().nullable(), feedback: z.string().nullable() }),
    ),
    /** True-false questions, with the answers. */
    truth: z.boolean().nullable(),
    /** Accepted numbers and texts, with the answers. */
    solutions: z.array(z.string()),
    feedback: z.string().nullable(),
    /** Of essays: what the markers wrote, and the points for each criterion. */
    comments: z.array(z.string()),
    criteria: z.array(z.object({ title: z.string(), points: z.number(), earned: z.number().nullable() })),
  })
  .meta({ id: 'ReviewedQuestion' });
export type ReviewedQuestion = z.infer<typeof ReviewedQuestion>;
/** `questions` are empty unless the answers are released to this reader. */
export const AttemptReview = z
  .object({
    attemptId: AttemptId,
    released: z.enum(resultReleases),
    questions: z.array(ReviewedQuestion),
    /** The grade was changed after it was given: why, and when. */
    changes: z.array(z.object({ before: z.number(), after: z.number(), reason: z.string(), at: Instant })),
  })
  .meta({ id: 'AttemptReview' });
export type AttemptReview = z.infer<typeof AttemptReview>;
