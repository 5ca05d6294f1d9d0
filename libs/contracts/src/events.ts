import { z } from 'zod';
import {
  AttemptId,
  CompletionId,
  ContentAttemptId,
  CourseId,
  CourseReviewId,
  CourseVersionId,
  CredentialId,
  EditionId,
  EnrollmentBatchId,
  EnrollmentId,
  MergeId,
  PackageId,
  PersonId,
  QuizId,
  UnitId,
} from './ids.js';
import { Instant } from './page.js';
import { LocalNote, LocalText } from './text.js';
import type { House } from './houses.js';

const fact = <S extends z.ZodRawShape, H extends readonly House[]>(shape: S, { heardBy }: { heardBy: H }) => ({
  item: z.object(shape),
  heardBy,
});

/** Every fact: the shape of an item, and which houses hear it. A breaking change is a new name. */
export const events = {
  'person.changed': fact({ personId: PersonId }, { heardBy: ['insights'] }),
  /** An account turned out to be the same person's as another, which is kept; and the taking back of that. */
  'person.merged': fact({ mergeId: MergeId, keptId: PersonId, mergedId: PersonId }, { heardBy: ['enrollment', 'content'] }),
  'person.unmerged': fact({ mergeId: MergeId, keptId: PersonId, mergedId: PersonId }, { heardBy: ['enrollment', 'content'] }),
  'course-version.published': fact({ courseId: CourseId, courseVersionId: CourseVersionId }, { heardBy: [] }),
  /** Somebody is to look at a draft: `reviewerIds` are to be told, up to 200; `title` is the draft's. */
  'course.review-requested': fact(
    { courseId: CourseId, reviewId: CourseReviewId, askedBy: PersonId, reviewerIds: z.array(PersonId), title: LocalText },
    { heardBy: ['identity'] },
  ),
  'course.review-decided': fact(
    {
      courseId: CourseId,
      reviewId: CourseReviewId,
      askedBy: PersonId,
      decidedBy: PersonId,
      decision: z.enum(['approved', 'sent-back']),
      title: LocalText,
    },
    { heardBy: ['identity'] },
  ),
  'enrollment.activated': fact(
    { enrollmentId: EnrollmentId, personId: PersonId, editionId: EditionId },
    { heardBy: ['identity', 'insights'] },
  ),
  /** Everybody whom an order meant has been looked at. Not said of the orders of standing rules, which nobody waits for. */
  'enrollment-batch.finished': fact(
    { batchId: EnrollmentBatchId, editionId: EditionId, orderedBy: PersonId, enrolled: z.number().int(), leftOut: z.number().int() },
    { heardBy: ['identity'] },
  ),
  'enrollment.withdrawn': fact(
    { enrollmentId: EnrollmentId, personId: PersonId, editionId: EditionId },
    { heardBy: ['content', 'assessment', 'insights'] },
  ),
  /** The enrollment is another account's now, as the view of enrollments tells: what hangs on it follows. */
  'enrollment.moved': fact({ enrollmentId: EnrollmentId }, { heardBy: ['content', 'assessment', 'accreditation', 'insights'] }),
  /** Somebody is to be reminded of a course; `deadline` is their own, and `note` what the sender wrote in their language, or ''. */
  'reminder.requested': fact(
    {
      enrollmentId: EnrollmentId,
      personId: PersonId,
      courseTitle: LocalText,
      progress: z.number(),
      missing: z.number().int(),
      deadline: Instant,
      timeZone: z.string(),
      note: LocalNote,
    },
    { heardBy: ['identity'] },
  ),
  'completion.recorded': fact(
    { completionId: CompletionId, enrollmentId: EnrollmentId, personId: PersonId, courseVersionId: CourseVersionId, completedAt: Instant },
    { heardBy: ['accreditation', 'identity', 'insights'] },
  ),
  'package.ready': fact({ packageId: PackageId }, { heardBy: [] }),
  /** `completion` and `success` in SCORM 2004's words; `score` scaled −1 to 1 or null; `progress` 0 to 1. */
  'unit.progressed': fact(
    {
      enrollmentId: EnrollmentId,
      unitId: UnitId,
      progress: z.number(),
      completion: z.enum(['completed', 'incomplete', 'not attempted', 'unknown']),
      success: z.enum(['passed', 'failed', 'unknown']),
      score: z.number().nullable(),
    },
    { heardBy: ['enrollment'] },
  ),
  'attempt.submitted': fact({ attemptId: AttemptId, enrollmentId: EnrollmentId, quizId: QuizId, unitId: UnitId }, { heardBy: [] }),
  /** Essays of an edition wait for markers, of these quizzes among them; said once for each edition and day (UTC). */
  'marking.requested': fact({ editionId: EditionId, quizIds: z.array(QuizId) }, { heardBy: ['identity'] }),
  'attempt.graded': fact(
    {
      attemptId: AttemptId,
      enrollmentId: EnrollmentId,
      quizId: QuizId,
      unitId: UnitId,
      score: z.number(),
      maxScore: z.number(),
      passed: z.boolean(),
    },
    { heardBy: ['enrollment', 'identity'] },
  ),
  /** Work in a package was given back to a learner as it was before. */
  'attempt.restored': fact({ attemptId: ContentAttemptId, enrollmentId: EnrollmentId, unitId: UnitId }, { heardBy: ['identity'] }),
  'credential.issued': fact(
    { credentialId: CredentialId, enrollmentId: EnrollmentId, personId: PersonId },
    { heardBy: ['identity', 'insights'] },
  ),
  'credential.revoked': fact(
    { credentialId: CredentialId, enrollmentId: EnrollmentId, personId: PersonId },
    { heardBy: ['identity', 'insights'] },
  ),
  /** A mark was changed after the grade was given, and the grade with it. */
  'grade.changed': fact(
    {
      attemptId: AttemptId,
      enrollmentId: EnrollmentId,
      quizId: QuizId,
      unitId: UnitId,
      score: z.number(),
      maxScore: z.number(),
      passed: z.boolean(),
    },
    { heardBy: ['enrollment', 'insights'] },
  ),
} as const;

export type EventName = keyof typeof events;
/** One item of a fact. */
export type Item<E extends EventName> = z.infer<(typeof events)[E]['item']>;
/** The batch of a fact, 1 to 1,000 items. */
export type Items<E extends EventName> = Item<E>[];
