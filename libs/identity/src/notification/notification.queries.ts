import type { EntityManager } from '@mikro-orm/postgresql';
import { notificationKinds, notificationOf, type NotificationChange, type NotificationId, type NotificationQuery } from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import type { NotificationRow } from './notification.entity.js';
import { timesOf } from './telling.queries.js';

const mostMarked = 1_000;
const mostCounted = 100;
/** What a list shows; kinds of a later release stay out of sight. */
const shown = 'in_app and dismissed_at is null and kind = any($2::text[])';

/** `limit + 1` of the person's own, newest first. */
export const listNotifications = (
  em: EntityManager,
  personId: string,
  { unread = false, group, cursor, limit }: NotificationQuery,
): Promise<NotificationRow[]> => {
  const [before] = decodeCursor(cursor, sortValue.id) ?? [null];
  const kinds = notificationKinds.filter((kind) => group === undefined || notificationOf(kind).group === group);
  return rows(
    em,
    `select id, kind, parameters, link, created_at as "createdAt", read_at as "readAt" from identity.notification
     where person_id = $1 and ${shown} and (not $3 or read_at is null) and ($4::uuid is null or id < $4)
     order by id desc limit $5`,
    [personId, kinds, unread, before, limit + 1],
  );
};

/** How many the person has not read, to a hundred. */
export const countUnread = async (em: EntityManager, personId: string): Promise<number> =>
  (await row<{ n: number }>(
    em,
    `select count(*)::int as n from (
       select from identity.notification where person_id = $1 and ${shown} and read_at is null limit ${mostCounted}) u`,
    [personId, notificationKinds],
  ))!.n;

/** Marks as wished and gives the ids of those that became different. */
export const changeNotifications = async (
  em: EntityManager,
  personId: string,
  { ids, read, dismissed }: NotificationChange,
  at: Date,
): Promise<NotificationId[]> =>
  (
    await rows<{ id: NotificationId }>(
      em,
      `with meant as (
         select id from identity.notification
         where person_id = $1 and in_app and (id = any($2::uuid[]) or $2::uuid[] is null and read_at is null and dismissed_at is null)
         order by id desc limit ${mostMarked})
       update identity.notification n
       set read_at = case when $3::bool is null then read_at when $3::bool then coalesce(read_at, $5::timestamptz) end,
         dismissed_at = case when $4::bool is null then dismissed_at when $4::bool then coalesce(dismissed_at, $5::timestamptz) end
       from meant where n.person_id = $1 and n.id = meant.id
         and ($3::bool <> (n.read_at is not null) or $4::bool <> (n.dismissed_at is not null))
       returning n.id`,
      [personId, ids ?? null, read ?? null, dismissed ?? null, at],
    )
  ).map(({ id }) => id);

/** The zone that holds for a person: their own, else that of their country, else UTC. */
export const zoneOf = async (em: EntityManager, personId: string): Promise<string> =>
  (await row<{ zone: string }>(em, `select ${timesOf.columns} from identity.person p ${timesOf.joins} where p.id = $1`, [personId]))
    ?.zone ?? 'UTC';

/** Removes what is read or put away and a month old, and everything after a year. */
export const removeOld = (em: EntityManager, at: Date): Promise<unknown> =>
  rows(
    em,
    `delete from identity.notification
     where created_at < $1::timestamptz - interval '30 days' and mail_due_at is null
       and (not in_app or read_at is not null or dismissed_at is not null or created_at < $1::timestamptz - interval '1 year')`,
    [at],
  );
