import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { Clock, Hears, Ids, type Recorder } from '@aula/platform';
import { tellOfBatches } from './batch-telling.queries.js';
import { markersOf, tellOfEssays } from './essay-telling.queries.js';
import { tellOfReviews, type ReviewNews } from './review-telling.queries.js';
import { tellOfCompletions, tellOfCourses, tellOfCredentials, tellOfGrades, tellOfRestored } from './telling.queries.js';

/** Hears what happened to people and tells them, one statement per batch. */
@Injectable()
export class NotificationListener {
  constructor(
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  @Hears('enrollment.activated')
  async onEnrolled(items: Items<'enrollment.activated'>, em: EntityManager, record: Recorder): Promise<void> {
    hurry(record, await tellOfCourses(em, this.clock.now(), 'enrollment.activated', this.told(items)));
  }

  @Hears('enrollment-batch.finished')
  async onBatchFinished(items: Items<'enrollment-batch.finished'>, em: EntityManager, record: Recorder): Promise<void> {
    hurry(record, await tellOfBatches(em, this.clock.now(), this.told(items)));
  }

  @Hears('completion.recorded')
  async onCompleted(items: Items<'completion.recorded'>, em: EntityManager, record: Recorder): Promise<void> {
    hurry(record, await tellOfCompletions(em, this.clock.now(), this.told(items)));
  }

  @Hears('marking.requested')
  async onEssaysWaiting(items: Items<'marking.requested'>, em: EntityManager, record: Recorder): Promise<void> {
    const markers = await markersOf(em, items);
    hurry(record, await tellOfEssays(em, this.clock.now(), this.told(markers)));
  }

  @Hears('attempt.graded')
  async onGraded(items: Items<'attempt.graded'>, em: EntityManager, record: Recorder): Promise<void> {
    hurry(record, await tellOfGrades(em, this.clock.now(), this.told(items)));
  }

  @Hears('attempt.restored')
  async onRestored(items: Items<'attempt.restored'>, em: EntityManager, record: Recorder): Promise<void> {
    hurry(record, await tellOfRestored(em, this.clock.now(), this.told(items)));
  }

  @Hears('credential.issued')
  async onIssued(items: Items<'credential.issued'>, em: EntityManager, record: Recorder): Promise<void> {
    hurry(record, await tellOfCredentials(em, this.clock.now(), 'credential.issued', this.told(items)));
  }

  @Hears('credential.revoked')
  async onRevoked(items: Items<'credential.revoked'>, em: EntityManager, record: Recorder): Promise<void> {
    hurry(record, await tellOfCredentials(em, this.clock.now(), 'credential.revoked', this.told(items)));
  }

  @Hears('course.review-requested')
  async onReviewRequested(items: Items<'course.review-requested'>, em: EntityManager, record: Recorder): Promise<void> {
    const told = items.flatMap(({ reviewerIds, ...item }) => reviewerIds.map((personId) => ({ ...item, personId })));
    hurry(record, await this.tellOfReviews(em, 'review.requested', told));
  }

  @Hears('course.review-decided')
  async onReviewDecided(items: Items<'course.review-decided'>, em: EntityManager, record: Recorder): Promise<void> {
    const told = items.map((item) => ({ ...item, personId: item.askedBy }));
    hurry(record, await this.tellOfReviews(em, 'review.decided', told));
  }

  private tellOfReviews(em: EntityManager, kind: 'review.requested' | 'review.decided', items: ReviewNews[]): Promise<number> {
    return tellOfReviews(em, this.clock.now(), kind, this.told(items));
  }

  private told<T>(items: T[]): { ids: string[]; items: T[] } {
    return { ids: items.map(() => this.ids.next()), items };
  }
}

/** Letters that are to go out at once do not wait for the clock's next order. */
const hurry = (record: Recorder, urgent: number): void => {
  if (urgent > 0) record.order('identity.mail-notifications', [null]);
};
