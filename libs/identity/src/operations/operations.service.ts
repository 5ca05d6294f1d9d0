import { Injectable } from '@nestjs/common';
import type { DeliveryRetries, JobId, JobRetries, MailId, Retried } from '@aula/contracts';
import { Problem, Work, found } from '@aula/platform';
import { giveUpCheck } from '../audit/audit-check.queries.js';
import { cancelJob, giveUpMail, retryJob, retryJobs, retryMailOrder } from './job.queries.js';
import { holdMail, requeueMail, retryDeliveries, retryDelivery } from './operations.queries.js';

@Injectable()
export class OperationsService {
  constructor(private readonly work: Work) {}

  /** The sweeper sees the order within seconds. Problems: not-found; job.not-dead. */
  async retryJob(id: JobId): Promise<void> {
    await this.work.run(async (em) => {
      if (!found(await retryJob(em, id))) throw new Problem('conflict', 'job.not-dead');
    });
  }

  async retryJobs(which: JobRetries): Promise<Retried> {
    return { retried: await this.work.run((em) => retryJobs(em, which)) };
  }

  /** Has a letter sent after all that did not go, or was given up. Problems: not-found; mail.not-dead. */
  async retryMail(id: MailId): Promise<void> {
    await this.work.run(async (em, record) => {
      const { state } = found(await holdMail(em, id));
      const waits = (state === 'queued' || state === 'dead') && (await retryMailOrder(em, id));
      if (!waits && state !== 'dead') throw new Problem('conflict', 'mail.not-dead');
      if (!waits) record.order('identity.send-mail', [id]); // its order was so old that it was cleared away
      await requeueMail(em, id);
    });
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

  async retryDeliveries(which: DeliveryRetries): Promise<Retried> {
    return { retried: await this.work.run((em) => retryDeliveries(em, which)) };
  }
}
