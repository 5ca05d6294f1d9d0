import { Injectable } from '@nestjs/common';
import { Job, Work } from '@aula/platform';
import { enterTraits } from '../plausibility/trait.queries.js';
import { enterInteractions, takeDue } from './interaction.queries.js';

/** Keeps what reports read in step with what learners did. */
@Injectable()
export class InteractionJobs {
  constructor(private readonly work: Work) {}

  /** Answers of items that have changed, then the traits of attempts that are completed. */
  @Job('content.summarize-attempts')
  async summarize(): Promise<void> {
    await this.work.inChunks(500, async (em, _record, limit) => {
      const due = await takeDue(em, limit);
      if (due.length === 0) return 0;
      const items = due.filter(({ sco_id }) => sco_id !== '');
      await enterInteractions(em, items);
      await enterTraits(em, [...new Set(due.map(({ attempt_id }) => attempt_id))]);
      return due.length;
    });
  }
}
