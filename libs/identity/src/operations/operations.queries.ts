import type { EntityManager } from '@mikro-orm/postgresql';
import type { DeadDeliveryView, JobQuery, JobSummary, JobView, MailView, Page, PageQuery } from '@aula/contracts';
import { decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';

/** Orders of all houses, newest first. */
export const listJobs = async (em: EntityManager, query: JobQuery): Promise<Page<JobView>> => {
  const [before] = decodeCursor(query.cursor, sortValue.id) ?? [null];
  const found = await rows<JobView>(
    em,
    `select id, kind, subject, state, attempts, run_after as "runAfter", last_error as "lastError", created_at as "createdAt",
       done_at as "doneAt"
     from platform.job
     where ($1::text is null or state = $1) and ($2::text is null or kind = $2) and ($3::uuid is null or id < $3)
     order by id desc limit $4`,
    [query.state ?? null, query.kind ?? null, before, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => each,
    (each) => [each.id],
  );
};

export const summariseJobs = (em: EntityManager): Promise<JobSummary['items']> =>
  rows(
    em,
    `select kind, count(*) filter (where state = 'pending') as pending, count(*) filter (where state = 'running') as running,
       count(*) filter (where state = 'done') as done, count(*) filter (where state = 'dead') as dead
     from platform.job group by kind order by kind`,
  );

/** Gives a dead order all its attempts again. Undefined when there is no such order, false when it is not dead. */
export const retryJob = async (em: EntityManager, id: string): Promise<boolean | undefined> => {
  const job = await row<{ state: string }>(em, 'select state from platform.job where id = $1 for update', [id]);
  if (job?.state !== 'dead') return job && false;
  await rows(em, `update platform.job set state = 'pending', attempts = 0, run_after = clock_timestamp() where id = $1`, [id]);
  return true;
};

/** Facts that a house could not take, oldest first. */
export const listDeadDeliveries = async (em: EntityManager, query: PageQuery): Promise<Page<DeadDeliveryView>> => {
  const [event, consumer] = decodeCursor(query.cursor, sortValue.id, sortValue.text) ?? [null, null];
  const found = await rows<DeadDeliveryView>(
    em,
    `select d.event_id as "eventId", d.consumer, e.name as event, jsonb_array_length(e.items) as items, d.attempts,
       d.last_error as "lastError", e.recorded_at as "recordedAt"
     from platform.delivery d join platform.event e on e.id = d.event_id
     where d.state = 'dead' and ($1::uuid is null or (d.event_id, d.consumer) > ($1, $2))
     order by d.event_id, d.consumer limit $3`,
    [event, consumer, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => each,
    (each) => [each.eventId, each.consumer],
  );
};

/** Has a dead delivery tried again. False when there is none. */
export const retryDelivery = async (em: EntityManager, eventId: string, consumer: string): Promise<boolean> =>
  (await row(
    em,
    `update platform.delivery set state = 'pending', attempts = 0, run_after = clock_timestamp()
     where event_id = $1 and consumer = $2 and state = 'dead' returning 1`,
    [eventId, consumer],
  )) !== undefined;

/** The outbox, newest first. A letter whose order gave up is dead. */
export const listMails = async (em: EntityManager, query: PageQuery): Promise<Page<MailView>> => {
  const [before] = decodeCursor(query.cursor, sortValue.id) ?? [null];
  const found = await rows<MailView>(
    em,
    `select m.id, m.address as "to", m.subject, m.body as text, m.created_at as "createdAt", m.sent_at as "sentAt",
       case when m.state = 'queued' and exists (
         select from platform.job j where j.kind = 'identity.send-mail' and j.state = 'dead' and j.subject = m.id::text)
       then 'dead' else m.state end as state
     from platform.mail m where $1::uuid is null or m.id < $1 order by m.id desc limit $2`,
    [before, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => each,
    (each) => [each.id],
  );
};
