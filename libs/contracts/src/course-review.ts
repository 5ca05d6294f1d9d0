import { z } from 'zod';
import { CourseId, CourseReviewId, PersonId, ReviewCommentId, UnitId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { LocalText, words } from './text.js';

const reviewStates = ['open', 'approved', 'sent-back', 'withdrawn'] as const;
const note = words(4_000).trim();
const someone = z.object({ id: PersonId, name: z.string() });

/** Asks a second person to look at the draft: `reviewerId`, or without one whoever may write the course. */
export const CourseReviewCreate = z
  .object({ note: note.nullish(), reviewerId: PersonId.nullish() })
  .strict()
  .meta({ id: 'CourseReviewCreate' });
export type CourseReviewCreate = z.infer<typeof CourseReviewCreate>;
export const CourseReviewCreated = z.object({ id: CourseReviewId }).meta({ id: 'CourseReviewCreated' });
export type CourseReviewCreated = z.infer<typeof CourseReviewCreated>;

/** `unitId` null: about the course as a whole. */
export const ReviewCommentCreate = z
  .object({ unitId: UnitId.nullish(), text: note.min(1) })
  .strict()
  .meta({ id: 'ReviewCommentCreate' });
export type ReviewCommentCreate = z.infer<typeof ReviewCommentCreate>;
export const ReviewCommentCreated = z.object({ id: ReviewCommentId }).meta({ id: 'ReviewCommentCreated' });
export type ReviewCommentCreated = z.infer<typeof ReviewCommentCreated>;

/** `draftRevision` is that of the draft which the reviewer read: an approval holds for it alone. Sent back, it says why. */
export const ReviewDecision = z
  .object({ decision: z.enum(['approved', 'sent-back']), draftRevision: z.number().int(), note: note.nullish() })
  .strict()
  .refine(({ decision, note: why }) => decision === 'approved' || !!why, { path: ['note'], message: 'say what to change' })
  .meta({ id: 'ReviewDecision' });
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/** A review of a draft. `reviewer` null: anybody who may write the course decides it, but for who asked. `revision` is that of the draft when it was asked for, then when it was decided. `holds`: approved, and unchanged since. */
export const CourseReviewView = z
  .object({
    id: CourseReviewId,
    state: z.enum(reviewStates),
    note: z.string().nullable(),
    askedBy: someone,
    askedAt: Instant,
    reviewer: someone.nullable(),
    revision: z.number().int(),
    decidedBy: someone.nullable(),
    decidedAt: Instant.nullable(),
    decisionNote: z.string().nullable(),
    holds: z.boolean(),
    comments: z.array(z.object({ id: ReviewCommentId, unitId: UnitId.nullable(), by: someone, text: z.string(), at: Instant })),
    may: z.array(z.string()),
  })
  .meta({ id: 'CourseReview' });
export type CourseReviewView = z.infer<typeof CourseReviewView>;
export const CourseReviewList = pageOf(CourseReviewView);

/** Somebody who may review a draft: may write the course, and is not the one who asks. */
export const ReviewerView = someone.extend({ institution: z.string().nullable() }).meta({ id: 'Reviewer' });
export type ReviewerView = z.infer<typeof ReviewerView>;
export const ReviewerList = pageOf(ReviewerView);
/** `q`: parts of the name, accents ignored. */
export const ReviewerQuery = PageQuery.extend({ q: words(200).optional() });
export type ReviewerQuery = z.infer<typeof ReviewerQuery>;

/** A review that waits for the reader's decision. `named`: they were asked by name. */
export const WaitingReviewView = z
  .object({
    id: CourseReviewId,
    course: z.object({ id: CourseId, code: z.string(), title: LocalText }),
    askedBy: someone,
    askedAt: Instant,
    note: z.string().nullable(),
    named: z.boolean(),
  })
  .meta({ id: 'WaitingReview' });
export type WaitingReviewView = z.infer<typeof WaitingReviewView>;
export const WaitingReviewList = pageOf(WaitingReviewView);
