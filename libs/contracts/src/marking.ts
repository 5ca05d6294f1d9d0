import { z } from 'zod';
import { Criterion } from './assessment.js';
import { AttemptId, EditionId, QuizId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { LocalText, words } from './text.js';

/** What is to be done with an essay: a first, second or deciding mark; nothing more. */
const markingStates = ['first', 'second', 'third', 'marked'] as const;

/** Essays of one quiz in one edition that the reader may mark, by what is to be done. */
export const MarkingGroupList = z
  .object({
    items: z.array(
      z.object({
        quizId: QuizId,
        quizTitle: LocalText,
        editionId: EditionId,
        editionTitle: z.string(),
        /** Wait for a mark that the reader may give. */
        waiting: z.number().int(),
        /** In another marker's hands, or waiting for a further marker after the reader. */
        elsewhere: z.number().int(),
        marked: z.number().int(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'MarkingGroupList' });
export type MarkingGroupList = z.infer<typeof MarkingGroupList>;

export const MarkingQuery = PageQuery.extend({
  quizId: QuizId.optional(),
  editionId: EditionId.optional(),
  /** `waiting` for the reader; `elsewhere`; `marked`; or those that the reader has marked. */
  state: z.enum(['waiting', 'elsewhere', 'marked', 'mine']).default('waiting'),
});
export type MarkingQuery = z.infer<typeof MarkingQuery>;

/** A submitted essay as a list shows it: `number` is that of the question in the attempt, and names the essay together with it. */
export const MarkingView = z
  .object({
    attemptId: AttemptId,
    number: z.number().int(),
    quizId: QuizId,
    quizTitle: LocalText,
    editionId: EditionId,
    editionTitle: z.string(),
    question: z.string(),
    words: z.number().int(),
    submittedAt: Instant,
    state: z.enum(markingStates),
    /** Held by the reader, by another marker until some time, or by nobody. */
    claim: z.enum(['own', 'other', 'free']),
    /** The points that count; null until marked. */
    points: z.number().nullable(),
    maxPoints: z.number(),
  })
  .meta({ id: 'Marking' });
export type MarkingView = z.infer<typeof MarkingView>;
export const MarkingList = pageOf(MarkingView);

/** The number of an essay's question in its attempt, in an address. */
export const MarkingNumber = z.coerce.number().int().min(1).max(500);

/** Points of one marker: for each criterion where the question has some, and their sum. */
export const MarkView = z.object({
  points: z.number(),
  criteria: z.array(z.number()),
  comment: z.string().nullable(),
  at: Instant,
});
export type MarkView = z.infer<typeof MarkView>;
/** One essay in a marker's hands. What other markers gave is shown to who decides between them, and once it is marked. */
export const MarkingTask = MarkingView.extend({
  response: z.string(),
  rubric: z.array(Criterion),
  wordLimit: z.number().int().nullable(),
  /** The reader's own mark. */
  own: MarkView.nullable(),
  others: z.array(MarkView),
  /** The grade is given: a change from now on needs a reason. */
  graded: z.boolean(),
  claimedUntil: Instant.nullable(),
  /** The learner's name, when it was asked for and the reader may see it. */
  learner: z.string().nullable(),
  may: z.array(z.enum(['name', 'change'])),
}).meta({ id: 'MarkingTask' });
export type MarkingTask = z.infer<typeof MarkingTask>;
export const MarkingTaskQuery = z.object({ name: z.enum(['true', 'false']).default('false') });
export type MarkingTaskQuery = z.infer<typeof MarkingTaskQuery>;

/** The oldest essay that waits is taken into the reader's hands; those that come after `after` first. */
export const MarkingNext = z
  .object({
    quizId: QuizId.optional(),
    editionId: EditionId.optional(),
    /** The essay that the reader comes from, so that one that was passed over is not offered at once again. */
    after: z.object({ attemptId: AttemptId, number: z.number().int().min(1).max(500) }).optional(),
  })
  .strict()
  .meta({ id: 'MarkingNext' });
export type MarkingNext = z.infer<typeof MarkingNext>;
/** null: nothing waits for the reader. */
export const MarkingTaken = z.object({ task: MarkingTask.nullable() }).meta({ id: 'MarkingTaken' });
export type MarkingTaken = z.infer<typeof MarkingTaken>;

/** `criteria` in the order of the rubric; where there is one, `points` are their sum. `reason`: needed once the grade is given. */
export const MarkCreate = z
  .object({
    points: z.number().min(0).max(1_000).multipleOf(0.25),
    criteria: z.array(z.number().min(0).max(1_000).multipleOf(0.25)).max(20).default([]),
    comment: words(4_000).nullish(),
    reason: words(1_000).trim().min(3).nullish(),
  })
  .strict()
  .meta({ id: 'MarkCreate' });
export type MarkCreate = z.infer<typeof MarkCreate>;
