import { Injectable } from '@nestjs/common';
import { Job, Work } from '@aula/platform';
import { keepTakenBack, takeUpReversal, withdrawNext } from './reversal.queries.js';

const chunk = 5_000;

@Injectable()
export class ReversalJobs {
  constructor(private readonly work: Work) {}

  /** Withdraws what a batch enrolled and nobody has begun. A crash leaves whole chunks. */
  @Job('enrollment.reverse-batch')
  async reverse(batchId: string): Promise<void> {
    await this.work.inChunks(chunk, async (em, record, limit) => {
      const batch = await takeUpReversal(em, batchId);
      if (!batch) return 0;
      const taken = await withdrawNext(em, batch, limit);
      await keepTakenBack(em, batch, taken);
      record(
        'enrollment.withdrawn',
        taken.ids.map((enrollmentId, at) => ({ enrollmentId, personId: taken.people[at]!, editionId: batch.edition_id })),
      );
      record.audit('enrollment', 'withdrawn', taken.ids);
      return taken.seen;
    });
  }
}
