import { defineEntity, p } from '@mikro-orm/postgresql';
import type { CourseId, CourseReviewId, PersonId, CourseReviewView, ReviewDecision } from '@aula/contracts';
import { Problem } from '@aula/platform';

const CourseReviewBase = defineEntity({
  name: 'CourseReview',
  tableName: 'course_review',
  properties: {
    id: p.uuid().primary().$type<CourseReviewId>(),
    courseId: p.uuid().$type<CourseId>(),
    state: p.text().$type<CourseReviewView['state']>(),
    note: p.text().nullable(),
    askedBy: p.uuid().$type<PersonId>(),
    /** Null: anybody else who may write the course. */
    reviewerId: p.uuid().$type<PersonId>().nullable(),
    /** Of the draft: when the review was asked for, then when it was decided. */
    revision: p.integer(),
    decidedBy: p.uuid().$type<PersonId>().nullable(),
    decidedAt: p.text().nullable(),
    decisionNote: p.text().nullable(),
  },
});

/** A second person looks at a draft. What they decide holds for the draft as they read it. */
export class CourseReview extends CourseReviewBase.class {
  static ask(
    id: CourseReviewId,
    courseId: CourseId,
    by: PersonId,
    draft: { revision: number; note: string | null; reviewerId: PersonId | null },
  ): CourseReview {
    return Object.assign(new CourseReview(), {
      ...{ id, courseId, askedBy: by, state: 'open' as const },
      ...draft,
      ...{ decidedBy: null, decidedAt: null, decisionNote: null },
    });
  }

  /** Problems: conflict `catalog.review-closed`. */
  demandOpen(): void {
    if (this.state !== 'open') throw new Problem('conflict', 'catalog.review-closed');
  }

  /** `revision`: of the draft at this moment. Problems: conflict `catalog.review-closed`, `catalog.review-outdated`; forbidden `catalog.review-own`, `catalog.review-of-another`. */
  decide(by: PersonId, at: Date, wish: ReviewDecision, revision: number): void {
    this.demandOpen();
    if (by === this.askedBy) throw new Problem('forbidden', 'catalog.review-own');
    if (this.reviewerId && this.reviewerId !== by) throw new Problem('forbidden', 'catalog.review-of-another');
    if (wish.draftRevision !== revision) throw new Problem('conflict', 'catalog.review-outdated');
    Object.assign(this, { state: wish.decision, decidedBy: by, decidedAt: at.toISOString(), decisionNote: wish.note ?? null, revision });
  }

  withdraw(by: PersonId, at: Date): void {
    this.demandOpen();
    Object.assign(this, { state: 'withdrawn', decidedBy: by, decidedAt: at.toISOString() });
  }
}
CourseReviewBase.setClass(CourseReview);
export const CourseReviewSchema = CourseReviewBase;
