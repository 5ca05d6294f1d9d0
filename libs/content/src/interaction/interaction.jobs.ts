import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Job, LOG, Work, inOrder, type Logger } from '@aula/platform';
import { enterTraits } from '../plausibility/trait.queries.js';
import { enterInteractions, putBack, takeDue, type DueItem } from './interaction.queries.js';

/** Keeps what reports read in step with what learners did. */
@Injectable()
export class InteractionJobs {
  constructor(
    private readonly work: Work,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Answers of items that have changed, then the traits of attempts that are completed; where one fails, each attempt by itself. */
  @Job('content.summarize-attempts')
  async summarize(): Promise<void> {
    await this.work.inChunks(500, async (em, _record, limit) => {
      const due = await takeDue(em, limit);
      if (due.length === 0 || (await this.enter(em, due))) return due.length;
      await inOrder([...new Set(due.map(({ attempt_id }) => attempt_id))], async (id) => {
        const own = due.filter(({ attempt_id }) => attempt_id === id);
        if (!(await this.enter(em, own))) await putBack(em, own);
      });
      return due.length;
    });
  }

  /** All of it or, with false, nothing. */
  private async enter(em: EntityManager, due: readonly DueItem[]): Promise<boolean> {
    const attempts = [...new Set(due.map(({ attempt_id }) => attempt_id))];
    try {
      await em.transactional(async (part) => {
        await enterInteractions(
          part,
          due.filter(({ sco_id }) => sco_id !== ''),
        );
        await enterTraits(part, attempts);
      });
      return true;
    } catch (error) {
      this.log.error({ err: error, attempts: attempts.length, attemptId: attempts[0] }, 'attempts could not be summarized');
      return false;
    }
  }
}
