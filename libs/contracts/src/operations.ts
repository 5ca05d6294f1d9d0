import { z } from 'zod';
import { houses } from './houses.js';
import { JobId, MailId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { line } from './text.js';

export const jobStates = ['pending', 'running', 'done', 'dead', 'cancelled'] as const;
/** One order; `subject` is the id of the row it is about. `lastError` names nobody: addresses and quoted values are blotted out. */
export const JobView = z
  .object({
    id: JobId,
    kind: z.string(),
    subject: z.string().nullable(),
    state: z.enum(jobStates),
    attempts: z.number().int(),
    runAfter: Instant,
    lastError: z.string().nullable(),
    createdAt: Instant,
    doneAt: Instant.nullable(),
    may: z.array(z.enum(['operations.retry', 'operations.cancel'])),
  })
  .meta({ id: 'Job' });
export type JobView = z.infer<typeof JobView>;
export const JobList = pageOf(JobView);
export const JobQuery = PageQuery.extend({
  state: z.enum(jobStates).optional(),
  kind: line(0, 100).optional(),
  subject: line(0, 80).optional(),
});
export type JobQuery = z.infer<typeof JobQuery>;
export const JobSummary = z
  .object({
    items: z.array(
      z.object({
        kind: z.string(),
        pending: z.number().int(),
        running: z.number().int(),
        done: z.number().int(),
        dead: z.number().int(),
        cancelled: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'JobSummary' });
export type JobSummary = z.infer<typeof JobSummary>;

/** Which orders that gave up are tried again: all, or those that a list of them shows. */
export const JobRetries = z
  .object({ kind: line(1, 100).optional(), subject: line(1, 80).optional() })
  .strict()
  .meta({ id: 'JobRetries' });
export type JobRetries = z.infer<typeof JobRetries>;
export const Retried = z.object({ retried: z.number().int() }).meta({ id: 'Retried' });
export type Retried = z.infer<typeof Retried>;
/** Orders by the hour in which they were done, or failed for good, over the last day; the oldest first, hours without any too. */
export const JobTrend = z
  .object({ items: z.array(z.object({ hour: Instant, done: z.number().int(), dead: z.number().int() })) })
  .meta({ id: 'JobTrend' });
export type JobTrend = z.infer<typeof JobTrend>;

/** A delivery of a fact to a house that could not take it. */
export const DeadDeliveryView = z
  .object({
    eventId: z.uuid(),
    consumer: z.string(),
    event: z.string(),
    items: z.number().int(),
    attempts: z.number().int(),
    lastError: z.string().nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'DeadDelivery' });
export type DeadDeliveryView = z.infer<typeof DeadDeliveryView>;
export const DeadDeliveryList = pageOf(DeadDeliveryView);
export const DeadDeliveryQuery = PageQuery.extend({ event: line(0, 100).optional(), consumer: z.enum(houses).optional() });
export type DeadDeliveryQuery = z.infer<typeof DeadDeliveryQuery>;

/** Which deliveries that gave up are tried again: all, or those that a list of them shows. */
export const DeliveryRetries = z
  .object({ event: line(1, 100).optional(), consumer: z.enum(houses).optional() })
  .strict()
  .meta({ id: 'DeliveryRetries' });
export type DeliveryRetries = z.infer<typeof DeliveryRetries>;

export const mailStates = ['queued', 'kept', 'sent', 'dead'] as const;

/** A letter of the outbox. `lastError` says why one that gave up did not go, and names nobody. */
export const MailView = z
  .object({
    id: MailId,
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    state: z.enum(mailStates),
    createdAt: Instant,
    sentAt: Instant.nullable(),
    lastError: z.string().nullable(),
    may: z.array(z.enum(['operations.retry'])),
  })
  .meta({ id: 'Mail' });
export type MailView = z.infer<typeof MailView>;
export const MailList = pageOf(MailView);
/** `q` is part of an address or of a subject. */
export const MailQuery = PageQuery.extend({ state: z.enum(mailStates).optional(), q: line(0, 200).optional() });
export type MailQuery = z.infer<typeof MailQuery>;
