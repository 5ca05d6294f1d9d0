import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { AnswerPut, AnswerView, AttemptId, QuestionId } from '@aula/contracts';
import { currentContext, GroupCommit, POOL, Problem, Work, type Caller } from '@aula/platform';
import { problemText } from '@aula/contracts';
import { saveAnswers, type GivenAnswer, type SavedAnswer } from './answer.queries.js';
import { typed } from './attempt.entity.js';
import { over } from './attempt.service.js';
import { wasWithdrawn } from './submission.queries.js';

/** Answers, saved one by one as they are given: concurrent ones share a statement and are acknowledged after its commit. */
@Injectable()
export class AnswerService {
  private readonly saving: GroupCommit<GivenAnswer, SavedAnswer>;

  constructor(
    @Inject(POOL) pool: pg.Pool,
    private readonly work: Work,
  ) {
    this.saving = new GroupCommit((answers) => saveAnswers(pool, answers));
  }

  /**
   * Keeps the answer unless a later one is there; returns the highest sequence kept. Problems: not-found; invalid `answer.wrong-kind`;
   * conflict `attempt.closed`, with the answer kept as late evidence; not-signed-in `attempt.token-over`; unavailable `busy`; gone
   * `attempt.enrollment-withdrawn`, for a signed-in person with the answer kept as late evidence.
   */
  async save(
    { actor, until }: Caller,
    attemptId: AttemptId,
    questionId: QuestionId,
    { sequence, response }: AnswerPut,
  ): Promise<AnswerView> {
    const saved = await this.saving.add({
      ...typed(response),
      ...{ attemptId, questionId, personId: actor.personId, sequence, until },
    });
    if (saved.verdict === 'over' || saved.verdict === 'late') throw await this.ended(saved, attemptId);
    if (saved.verdict !== 'kept') throw refusal(saved);
    return { sequence: saved.sequence! };
  }

  /** Why the attempt takes no answers any more; looked up only then. */
  private async ended({ verdict }: SavedAnswer, id: AttemptId): Promise<Problem> {
    const withdrawn = await this.work.read((em) => wasWithdrawn(em, id));
    return withdrawn || verdict === 'over' ? over(withdrawn) : new Problem('conflict', 'attempt.closed');
  }
}

const refusal = ({ verdict, kind }: SavedAnswer): Problem => {
  switch (verdict) {
    case 'wrong-kind': {
      const message = problemText('answer.wrong-kind', currentContext()?.language ?? 'es', { kind: kind ?? '' });
      return new Problem('invalid', 'answer.wrong-kind', { kind: kind ?? '' }, { errors: [{ path: 'response', message }] });
    }
    case 'busy':
      return new Problem('unavailable', 'busy', {}, { retryAfter: 1 });
    default:
      return new Problem('not-found', 'not-found');
  }
};
