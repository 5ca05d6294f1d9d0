import { z } from 'zod';
import {
  AttemptId,
  CompletionId,
  CourseId,
  CourseReviewId,
  CourseVersionId,
  CredentialId,
  EditionId,
  EnrollmentId,
  PackageId,
  PersonId,
  QuizId,
  UnitId,
} from './ids.js';
import { Instant } from './page.js';
import type { House } from './houses.js';

const fact = <S extends z.ZodRawShape, H extends readonly House[]>(shape: S, { heardBy }: { heardBy: H }) => ({
  item: z.object(shape),
  heardBy,
});

/** Every fact: the shape of an item, and which houses hear it. A breaking change is a new name. */
export const events = {
  'person.changed': fact({ personId: PersonId }, { heardBy: [] }),
  'course-version.published': fact({ courseId: CourseId, courseVersionId: CourseVersionId }, { heardBy: [] }),
  'course.review-requested': fact({ courseId: CourseId, reviewId: CourseReviewId, askedBy: PersonId }, { heardBy: [] }),
  'course.review-decided': fact(
    {
      courseId: CourseId,
      reviewId: CourseReviewId,
      askedBy: PersonId,
      decidedBy: PersonId,
      decision: z.enum(['approved', 'sent-back']),
    },
    { heardBy: [] },
  ),
  'enrollment.activated': fact({ enrollmentId: EnrollmentId, personId: PersonId, editionId: EditionId }, { heardBy: [] }),
  'enrollment.withdrawn': fact(
    { enrollmentId: EnrollmentId, personId: PersonId, editionId: EditionId },
    { heardBy: ['content', 'assessment'] },
  ),
  'completion.recorded': fact(
    { completionId: CompletionId, enrollmentId: EnrollmentId, personId: PersonId, courseVersionId: CourseVersionId, completedAt: Instant },
    { heardBy: ['accreditation'] },
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
    { heardBy: ['enrollment'] },
  ),
  'credential.issued': fact({ credentialId: CredentialId, enrollmentId: EnrollmentId, personId: PersonId }, { heardBy: [] }),
  'credential.revoked': fact({ credentialId: CredentialId, enrollmentId: EnrollmentId, personId: PersonId }, { heardBy: [] }),
} as const;

export type EventName = keyof typeof events;
/** One item of a fact. */
export type Item<E extends EventName> = z.infer<(typeof events)[E]['item']>;
/** The batch of a fact, 1 to 1,000 items. */
export type Items<E extends EventName> = Item<E>[];
