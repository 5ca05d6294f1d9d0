import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  Actor,
  CourseId,
  CourseReviewCreate,
  CourseReviewId,
  CourseReviewView,
  PersonId,
  ReviewCommentCreate,
  ReviewCommentId,
  ReviewDecision,
  ReviewerQuery,
  ReviewerView,
  WaitingReviewView,
} from '@aula/contracts';
import { Clock, Ids, Problem, Work, found, row } from '@aula/platform';
import { CourseService, sentence } from '../course/course.service.js';
import { CourseReview } from './course-review.entity.js';
import { keepComment, reviewsOf } from './course-review.queries.js';
import { allReviewers, mayReview, reviewersFor, waitingFor } from './reviewer.queries.js';

@Injectable()
export class CourseReviewService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly courses: CourseService,
  ) {}

  /** Asks a second person to look at the draft. Problems: not-found; forbidden; conflict `catalog.review-open`; invalid `catalog.reviewer-unfit`. */
  ask(actor: Actor, courseId: CourseId, { note, reviewerId }: CourseReviewCreate): Promise<CourseReviewId> {
    return this.work.run(async (em, record) => {
      const course = await this.courses.held(em, actor, courseId);
      if (await em.findOne(CourseReview, { courseId, state: 'open' })) throw new Problem('conflict', 'catalog.review-open');
      const reviewerIds = reviewerId ? [reviewerId] : await allReviewers(em, courseId, actor.personId);
      if (reviewerId) await this.demandFit(em, actor, courseId, reviewerId);
      const draft = { revision: course.draftRevision, note: note ?? null, reviewerId: reviewerId ?? null };
      const review = CourseReview.ask(this.ids.next<CourseReviewId>(), courseId, actor.personId, draft);
      await em.persist(review).flush();
      const { title } = course;
      record('course.review-requested', [{ courseId, reviewId: review.id, askedBy: actor.personId, reviewerIds, title }]);
      record.audit('course-review', 'asked', [review.id]);
      return review.id;
    });
  }

  /** The reviews of a course, newest first; `limit + 1` of them. Problems: not-found; forbidden. */
  list(actor: Actor, courseId: CourseId, page: { before: string | null; limit: number }): Promise<Omit<CourseReviewView, 'may'>[]> {
    return this.work.run(async (em) => {
      await this.courses.held(em, actor, courseId);
      return reviewsOf(em, courseId, page);
    });
  }

  /** Says something about a unit or the whole course. Problems: not-found; forbidden; conflict `catalog.review-closed`. */
  comment(actor: Actor, courseId: CourseId, id: CourseReviewId, { unitId, text }: ReviewCommentCreate): Promise<ReviewCommentId> {
    return this.work.run(async (em) => {
      (await this.reviewed(em, actor, courseId, id)).review.demandOpen();
      if (unitId) found(await row(em, `select 1 from catalog.unit where course_id = $1 and id = $2`, [courseId, unitId]));
      const commentId = this.ids.next<ReviewCommentId>();
      await keepComment(em, { id: commentId, reviewId: id, unitId: unitId ?? null, personId: actor.personId, text });
      return commentId;
    });
  }

  /** Approves the draft as it stands, or sends it back. Problems: not-found; forbidden, `catalog.review-own`, `catalog.review-of-another`; conflict `catalog.review-closed`, `catalog.review-outdated`. */
  decide(actor: Actor, courseId: CourseId, id: CourseReviewId, wish: ReviewDecision): Promise<void> {
    return this.work.run(async (em, record) => {
      const { course, review } = await this.reviewed(em, actor, courseId, id);
      review.decide(actor.personId, this.clock.now(), wish, course.draftRevision);
      const decided = { decidedBy: actor.personId, decision: wish.decision, title: course.title };
      record('course.review-decided', [{ courseId, reviewId: id, askedBy: review.askedBy, ...decided }]);
      record.audit('course-review', wish.decision, [id]);
    });
  }

  /** Takes the request back. Problems: not-found; forbidden; conflict `catalog.review-closed`. */
  withdraw(actor: Actor, courseId: CourseId, id: CourseReviewId): Promise<void> {
    return this.work.run(async (em, record) => {
      const { review } = await this.reviewed(em, actor, courseId, id);
      review.withdraw(actor.personId, this.clock.now());
      record.audit('course-review', 'withdrawn', [id]);
    });
  }

  /** Who may be asked to review the course for the actor; `limit + 1` of them. Problems: not-found; forbidden. */
  reviewers(actor: Actor, courseId: CourseId, query: ReviewerQuery): Promise<(ReviewerView & { sorted: string })[]> {
    return this.work.run(async (em) => {
      await this.courses.held(em, actor, courseId);
      return reviewersFor(em, courseId, actor.personId, query);
    });
  }

  /** The reviews that wait for the actor's decision, newest first; `limit + 1` of them. */
  waiting(actor: Actor, { before, limit }: { before: string | null; limit: number }): Promise<WaitingReviewView[]> {
    return this.work.read((em) => waitingFor(em, actor, before, limit));
  }

  private async demandFit(em: EntityManager, actor: Actor, courseId: CourseId, reviewerId: PersonId): Promise<void> {
    if (await mayReview(em, courseId, actor.personId, reviewerId)) return;
    const errors = [{ path: 'reviewerId', message: sentence('catalog.reviewer-unfit') }];
    throw new Problem('invalid', 'catalog.reviewer-unfit', {}, { errors });
  }

  private async reviewed(em: EntityManager, actor: Actor, courseId: CourseId, id: CourseReviewId) {
    const course = await this.courses.held(em, actor, courseId);
    return { course, review: found(await em.findOne(CourseReview, { id, courseId })) };
  }
}
