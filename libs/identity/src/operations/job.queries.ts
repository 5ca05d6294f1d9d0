import type { EntityManager } from '@mikro-orm/postgresql';
import { mayCancel, type JobQuery, type JobRetries, type JobSummary, type JobTrend, type JobView, type Page } from '@aula/contracts';
import { change, decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';
import { withoutNames } from './error-words.entity.js';

/** Orders of all houses, newest first. */
export const listJobs = async (em: EntityManager, query: JobQuery): Promise<Page<JobView>> => {
  const [before] = decodeCursor(query.cursor, sortValue.id) ?? [null];
  const found = await rows<Omit<JobView, 'may'>>(
    em,
    `select id, kind, subject, state, attempts, run_after as "runAfter", last_error as "lastError", created_at as "createdAt",
       done_at as "doneAt"
     from platform.job
     where ($1::text is null or state = $1) and ($2::text is null or kind = $2) and ($3::uuid is null or id < $3)
       and ${isAbout('$4')}
     order by id desc limit $5`,
    [query.state ?? null, query.kind || null, before, query.subject || null, query.limit + 1],
  );
  return pageOfRows(found, query.limit, toView, (each) => [each.id]);
};

/** The order is about this row, or is this one itself. */
const isAbout = (place: string): string => `(${place}::text is null or subject = ${place} or id::text = ${place})`;

const toView = (job: Omit<JobView, 'may'>): JobView => ({
  ...job,
  lastError: job.lastError === null ? null : withoutNames(job.lastError),
  may: [
    ...(job.state === 'dead' ? (['operations.retry'] as const) : []),
    ...(['pending', 'dead'].includes(job.state) && mayCancel(job.kind) ? (['operations.cancel'] as const) : []),
  ],
});

export const summariseJobs = (em: EntityManager): Promise<JobSummary['items']> =>
  rows(
    em,
    `select kind, count(*) filter (where state = 'pending') as pending, count(*) filter (where state = 'running') as running,
       count(*) filter (where state = 'done') as done, count(*) filter (where state = 'dead') as dead,
       count(*) filter (where state = 'cancelled') as cancelled
     from platform.job group by kind order by kind`,
  );

/** What was done, and what gave up, in each hour of the last day. A dead order counts where it was last tried. */
export const trendOfJobs = (em: EntityManager): Promise<JobTrend['items']> =>
  rows(
    em,
    `with hours as (
       select generate_series(date_trunc('hour', clock_timestamp()) - interval '23 hours', clock_timestamp(), interval '1 hour') as hour),
     done as (
       select date_trunc('hour', done_at) as hour, count(*) as n from platform.job
       where state = 'done' and done_at >= date_trunc('hour', clock_timestamp()) - interval '23 hours' group by 1),
     dead as (select date_trunc('hour', run_after) as hour, count(*) as n from platform.job where state = 'dead' group by 1)
     select h.hour, coalesce(d.n, 0) as done, coalesce(x.n, 0) as dead
     from hours h left join done d using (hour) left join dead x using (hour) order by h.hour`,
  );

/** Gives a dead order all its attempts again. Undefined when there is no such order, false when it is not dead. */
export const retryJob = async (em: EntityManager, id: string): Promise<boolean | undefined> => {
  const job = await row<{ state: string }>(em, 'select state from platform.job where id = $1 for update', [id]);
  if (job?.state !== 'dead') return job && false;
  await rows(em, `update platform.job set ${again} where id = $1`, [id]);
  return true;
};

/** Gives dead orders their attempts again: all, or those that a list with this filter shows. Returns how many. */
export const retryJobs = (em: EntityManager, { kind, subject }: JobRetries): Promise<number> =>
  change(em, `update platform.job set ${again} where state = 'dead' and ($1::text is null or kind = $1) and ${isAbout('$2')}`, [
    kind ?? null,
    subject ?? null,
  ]);

/** Has the order to send a letter tried again that gave up or was cancelled. False when there is none. */
export const retryMailOrder = async (em: EntityManager, mailId: string): Promise<boolean> =>
  (await change(
    em,
    `update platform.job set ${again}, done_at = null
     where kind = 'identity.send-mail' and subject = $1 and state in ('dead', 'cancelled')`,
    [mailId],
  )) > 0;

const again = `state = 'pending', attempts = 0, run_after = clock_timestamp()`;

/** Cancels an order that waits or gave up. Its kind, or undefined when there is no such order; null when it may not be cancelled. */
export const cancelJob = async (em: EntityManager, id: string): Promise<{ kind: string; subject: string | null } | null | undefined> => {
  const job = await row<{ kind: string; subject: string | null; state: string }>(
    em,
    'select kind, subject, state from platform.job where id = $1 for update',
    [id],
  );
  if (!job) return undefined;
  if (!mayCancel(job.kind) || !['pending', 'dead'].includes(job.state)) return null;
  await rows(em, `update platform.job set state = 'cancelled', done_at = clock_timestamp() where id = $1`, [id]);
  return job;
};

/** A letter whose order was cancelled is not sent. */
export const giveUpMail = (em: EntityManager, id: string): Promise<unknown> =>
  rows(em, `update platform.mail set state = 'dead' where id = $1 and state = 'queued'`, [id]);
