import { z } from 'zod';
import { JobId, MailId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { line } from './text.js';

export const jobStates = ['pending', 'running', 'done', 'dead'] as const;
/** One order; `subject` is the id of the row it is about. */
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
  })
  .meta({ id: 'Job' });
export type JobView = z.infer<typeof JobView>;
export const JobList = pageOf(JobView);
export const JobQuery = PageQuery.extend({ state: z.enum(jobStates).optional(), kind: line(0, 100).optional() });
export type JobQuery = z.infer<typeof JobQuery>;
export const JobSummary = z
  .object({
    items: z.array(
      z.object({ kind: z.string(), pending: z.number().int(), running: z.number().int(), done: z.number().int(), dead: z.number().int() }),
    ),
  })
  .meta({ id: 'JobSummary' });
export type JobSummary = z.infer<typeof JobSummary>;

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

export const MailView = z
  .object({
    id: MailId,
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    state: z.enum(['queued', 'kept', 'sent', 'dead']),
    createdAt: Instant,
    sentAt: Instant.nullable(),
  })
  .meta({ id: 'Mail' });
export type MailView = z.infer<typeof MailView>;
export const MailList = pageOf(MailView);
export const MailQuery = PageQuery;
