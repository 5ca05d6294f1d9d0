import { Injectable } from '@nestjs/common';
import type { Actor, AttemptId, AttemptReview } from '@aula/contracts';
import { currentContext, found, Work } from '@aula/platform';
import { attemptFor } from '../attempt/attempt.queries.js';
import { changesOf, reviewOf, type ReviewRow } from './review.queries.js';

/** A graded attempt, as much of it as the reader may see. */
export interface Review extends Pick<AttemptReview, 'attemptId' | 'released' | 'changes'> {
  questions: ReviewRow[];
}

@Injectable()
export class ReviewService {
  constructor(private readonly work: Work) {}

  /** With the score alone come the essays, which have no key, and what their markers wrote. Problem: not-found, also for somebody else's. */
  read(actor: Actor, id: AttemptId): Promise<Review> {
    return this.work.read(async (em) => {
      const { released, state } = found(await attemptFor(em, actor, id));
      const visible = state === 'graded' && released !== 'none';
      const language = currentContext()?.language ?? actor.language;
      const questions = visible ? await reviewOf(em, id, language, released === 'score') : [];
      return { attemptId: id, released, questions, changes: visible ? await changesOf(em, id) : [] };
    });
  }
}
