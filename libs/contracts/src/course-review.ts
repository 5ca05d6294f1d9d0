import { z } from 'zod';
import { CourseReviewId, PersonId, ReviewCommentId, UnitId } from './ids.js';
import { Instant, pageOf } from './page.js';
import { words } from './text.js';

const reviewStates = ['open', 'approved', 'sent-back', 'withdrawn'] as const;
const note = words(4_000).trim();
const someone = z.object({ id: PersonId, name: z.string() });

/** Asks a second person to look at the draft. */
export const CourseReviewCreate = z.object({ note: note.nullish() }).strict().meta({ id: 'CourseReviewCreate' });
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

/** A review of a draft. `revision` is that of the draft when it was asked for, then when it was decided. `holds`: approved, and unchanged since. */
export const CourseReviewView = z
  .object({
    id: CourseReviewId,
    state: z.enum(reviewStates),
    note: z.string().nullable(),
    askedBy: someone,
    askedAt: Instant,
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
