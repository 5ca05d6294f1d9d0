import { Injectable } from '@nestjs/common';
import { Job, Work } from '@aula/platform';
import { CarryService } from './carry.service.js';
import { reverseNext } from './move.queries.js';

/** Attempts of one transaction: what each takes along is copied by a statement per table. */
const chunk = 500;

@Injectable()
export class MoveJobs {
  constructor(
    private readonly work: Work,
    private readonly carrying: CarryService,
  ) {}

  /** Moves attempts. A crash leaves whole chunks: who was moved is not found again. */
  @Job('content.move-attempts')
  async move(id: string): Promise<void> {
    await this.work.inChunks(chunk, (em, record, limit) => this.carrying.next(em, record, id, limit));
  }

  /** Undoes a move. */
  @Job('content.reverse-move')
  async reverse(id: string): Promise<void> {
    await this.work.inChunks(chunk, async (em, record, limit) => {
      const done = await reverseNext(em, id, limit);
      record.audit(
        'content-attempt',
        'retracted',
        done.filter(({ state }) => state === 'reversed').map(({ to_attempt: attempt }) => attempt),
      );
      return done.length;
    });
  }
}
