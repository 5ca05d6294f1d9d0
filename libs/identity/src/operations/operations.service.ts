import { Injectable } from '@nestjs/common';
import type { JobId } from '@aula/contracts';
import { Problem, Work, found } from '@aula/platform';
import { retryDelivery, retryJob } from './operations.queries.js';

@Injectable()
export class OperationsService {
  constructor(private readonly work: Work) {}

  /** The sweeper sees the order within seconds. Problems: not-found; job.not-dead. */
  async retryJob(id: JobId): Promise<void> {
    await this.work.run(async (em) => {
      if (!found(await retryJob(em, id))) throw new Problem('conflict', 'job.not-dead');
    });
  }

  /** Problem: not-found. */
  async retryDelivery(eventId: string, consumer: string): Promise<void> {
    await this.work.run(async (em) => {
      if (!(await retryDelivery(em, eventId, consumer))) throw new Problem('not-found', 'not-found');
    });
  }
}
