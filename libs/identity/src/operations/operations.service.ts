import { Injectable } from '@nestjs/common';
import type { JobId, Retried } from '@aula/contracts';
import { Problem, Work, found } from '@aula/platform';
import { giveUpCheck } from '../audit/audit-check.queries.js';
import { cancelJob, giveUpMail, retryJob, retryJobs } from './job.queries.js';
import { retryDeliveries, retryDelivery } from './operations.queries.js';

@Injectable()
export class OperationsService {
  constructor(private readonly work: Work) {}

  /** The sweeper sees the order within seconds. Problems: not-found; job.not-dead. */
  async retryJob(id: JobId): Promise<void> {
    await this.work.run(async (em) => {
      if (!found(await retryJob(em, id))) throw new Problem('conflict', 'job.not-dead');
    });
  }

  /** Every order that gave up, of one kind or of all. */
  async retryJobs(kind: string | undefined): Promise<Retried> {
    return { retried: await this.work.run((em) => retryJobs(em, kind ?? null)) };
  }

  /** Gives up an order that has not begun. Problems: not-found; job.not-cancellable. */
  async cancelJob(id: JobId): Promise<void> {
    await this.work.run(async (em) => {
      const cancelled = await cancelJob(em, id);
      if (cancelled === undefined) throw new Problem('not-found', 'not-found');
      if (cancelled === null) throw new Problem('conflict', 'job.not-cancellable');
      if (cancelled.kind === 'identity.send-mail' && cancelled.subject) await giveUpMail(em, cancelled.subject);
      if (cancelled.kind === 'identity.verify-audit' && cancelled.subject) await giveUpCheck(em, cancelled.subject);
    });
  }

  /** Problem: not-found. */
  async retryDelivery(eventId: string, consumer: string): Promise<void> {
    await this.work.run(async (em) => {
      if (!(await retryDelivery(em, eventId, consumer))) throw new Problem('not-found', 'not-found');
    });
  }

  async retryDeliveries(): Promise<Retried> {
    return { retried: await this.work.run(retryDeliveries) };
  }
}
