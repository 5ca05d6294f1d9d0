import type { EntityManager } from '@mikro-orm/postgresql';
import type { DeadDeliveryQuery, DeadDeliveryView, DeliveryRetries, MailQuery, MailView, Page } from '@aula/contracts';
import { change, decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';
import { withoutNames } from './error-words.entity.js';

/** Facts that a house could not take, oldest first. */
export const listDeadDeliveries = async (em: EntityManager, query: DeadDeliveryQuery): Promise<Page<DeadDeliveryView>> => {
  const [event, consumer] = decodeCursor(query.cursor, sortValue.id, sortValue.text) ?? [null, null];
  const found = await rows<DeadDeliveryView>(
    em,
    `select d.event_id as "eventId", d.consumer, e.name as event, jsonb_array_length(e.items) as items, d.attempts,
       d.last_error as "lastError", e.recorded_at as "recordedAt"
     from platform.delivery d join platform.event e on e.id = d.event_id
     where d.state = 'dead' and ($1::uuid is null or (d.event_id, d.consumer) > ($1, $2))
       and ($3::text is null or e.name = $3) and ($4::text is null or d.consumer = $4)
     order by d.event_id, d.consumer limit $5`,
    [event, consumer, query.event || null, query.consumer ?? null, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => ({ ...each, lastError: each.lastError === null ? null : withoutNames(each.lastError) }),
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

/** Has dead deliveries tried again: all, or those that a list with this filter shows. Returns how many. */
export const retryDeliveries = (em: EntityManager, { event, consumer }: DeliveryRetries): Promise<number> =>
  change(
    em,
    `update platform.delivery d set state = 'pending', attempts = 0, run_after = clock_timestamp()
     from platform.event e
     where e.id = d.event_id and d.state = 'dead' and ($1::text is null or e.name = $1) and ($2::text is null or d.consumer = $2)`,
    [event ?? null, consumer ?? null],
  );

/** The outbox, newest first. A letter whose order gave up is dead, and the order knows why. */
export const listMails = async (em: EntityManager, query: MailQuery): Promise<Page<MailView>> => {
  const [before] = decodeCursor(query.cursor, sortValue.id) ?? [null];
  const found = await rows<Omit<MailView, 'may'>>(
    em,
    `select * from (
       select m.id, m.address as "to", m.subject, m.body as text, m.created_at as "createdAt", m.sent_at as "sentAt",
         j.last_error as "lastError", case when m.state = 'queued' and j.subject is not null then 'dead' else m.state end as state
       from platform.mail m
       left join platform.job j on j.kind = 'identity.send-mail' and j.state = 'dead' and j.subject = m.id::text and m.state = 'queued'
       where $1::uuid is null or m.id < $1) m
     where ($2::text is null or m.state = $2)
       and ($3::text is null or strpos(identity.fold(m."to" || ' ' || m.subject), identity.fold($3)) > 0)
     order by m.id desc limit $4`,
    [before, query.state ?? null, query.q || null, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => ({
      ...each,
      lastError: each.lastError === null ? null : withoutNames(each.lastError),
      may: each.state === 'dead' ? ['operations.retry' as const] : [],
    }),
    (each) => [each.id],
  );
};

/** How a letter stands, held until the transaction ends. Undefined when there is none. */
export const holdMail = (em: EntityManager, id: string): Promise<{ state: string } | undefined> =>
  row(em, `select state from platform.mail where id = $1 for update`, [id]);

/** A letter that was given up waits again. */
export const requeueMail = (em: EntityManager, id: string): Promise<unknown> =>
  rows(em, `update platform.mail set state = 'queued' where id = $1 and state = 'dead'`, [id]);
