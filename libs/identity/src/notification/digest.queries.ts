import type { EntityManager } from '@mikro-orm/postgresql';
import { notificationKinds } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import type { Owed } from './notification.entity.js';
import { timesOf } from './telling.queries.js';

/**
 * Takes what is owed to up to about `limit` people, all of each at once, so that nobody gets two letters of one morning. Rows that another
 * worker holds are its own.
 */
export const takeOwed = async (em: EntityManager, limit: number, at: Date): Promise<Owed[]> =>
  rows(
    em,
    `with due as (
       select distinct person_id from (
         select person_id from identity.notification where mail_due_at <= $1 and kind = any($3::text[]) order by mail_due_at, person_id limit $2) d),
     held as (
       select n.person_id, n.id, n.kind, n.parameters, n.link from identity.notification n
       where n.person_id in (select person_id from due) and n.mail_due_at <= $1 and n.kind = any($3::text[])
       for update skip locked)
     select t.person_id as "personId", t.id, t.kind, t.parameters, t.link, t.email, t.given_name as "givenName", t.language, t.zone, t.active,
       nullif(identity.after_quiet($1, t.zone, t.quiet_from, t.quiet_until), $1) as "heldUntil"
     from (
       select held.*, p.email, p.given_name, p.language, p.active, ${timesOf.columns}
       from held join identity.person p on p.id = held.person_id ${timesOf.joins}) t
     order by t.person_id, t.id`,
    [at, limit, notificationKinds],
  );

/** Nothing more is owed for these: their letters lie in the outbox, or there is nobody to write to. */
export const settleOwed = (
  em: EntityManager,
  settled: readonly { personId: string; id: string; mailId: string | null }[],
): Promise<unknown> =>
  rows(
    em,
    `update identity.notification n set mail_due_at = null, mail_id = s.mail_id
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as s(person_id, id, mail_id) where n.person_id = s.person_id and n.id = s.id`,
    [settled.map(({ personId }) => personId), settled.map(({ id }) => id), settled.map(({ mailId }) => mailId)],
  );

/** These wait for the end of quiet hours. */
export const holdOwed = (em: EntityManager, held: readonly Owed[]): Promise<unknown> =>
  rows(
    em,
    `update identity.notification n set mail_due_at = s.due
     from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as s(person_id, id, due) where n.person_id = s.person_id and n.id = s.id`,
    [held.map(({ personId }) => personId), held.map(({ id }) => id), held.map(({ heldUntil }) => heldUntil)],
  );

/** Keeps the address that ends such letters, for the letter's header. */
export const keepUnsubscribe = (em: EntityManager, mailIds: readonly string[], addresses: readonly string[]): Promise<unknown> =>
  rows(em, `insert into identity.notification_mail (mail_id, unsubscribe) select * from unnest($1::uuid[], $2::text[])`, [
    mailIds,
    addresses,
  ]);

/**
 * Notices of editions that close within so many `days`, by the nearest of these: each is given once, for the closing time that held then.
 * No days, no notices.
 */
export const openNotices = (em: EntityManager, at: Date, days: readonly number[]): Promise<unknown> =>
  rows(
    em,
    `insert into identity.deadline_notice (edition_id, closes_at, days)
     select d.id, d.closes_at, min(n.days) from enrollment.pub_edition d
     join unnest($2::int[]) as n(days) on d.closes_at <= $1::timestamptz + make_interval(days => n.days)
     where d.closes_at > $1 and d.opens_at <= $1 group by d.id, d.closes_at
     on conflict do nothing`,
    [at, days],
  );

interface Notice {
  editionId: string;
  closesAt: string;
  days: number;
  reached: string;
}
export interface Enrolled {
  enrollmentId: string;
  personId: string;
  editionId: string;
}

/** A notice that is not finished, held; undefined when there is none. One whose time is over is dropped. */
export const takeNotice = (em: EntityManager, at: Date): Promise<Notice | undefined> =>
  row(
    em,
    `select edition_id as "editionId", closes_at as "closesAt", days, reached from identity.deadline_notice
     where done_at is null and closes_at > $1 order by closes_at limit 1 for update skip locked`,
    [at],
  );

/** The next enrollments of the notice that are still to be worked on. */
export const enrolledBehind = (em: EntityManager, { editionId, reached }: Notice, limit: number): Promise<Enrolled[]> =>
  rows(
    em,
    `select id as "enrollmentId", person_id as "personId", edition_id as "editionId" from enrollment.pub_enrollment
     where edition_id = $1 and id > $2 and state = 'active' order by id limit $3`,
    [editionId, reached, limit],
  );

/** Goes on behind the last enrollment told, or ends the notice. */
export const advanceNotice = (em: EntityManager, notice: Notice, reached: string | null, at: Date): Promise<unknown> =>
  rows(
    em,
    `update identity.deadline_notice set reached = coalesce($4::uuid, reached), done_at = case when $4::uuid is null then $5::timestamptz end
     where edition_id = $1 and closes_at = $2 and days = $3`,
    [notice.editionId, notice.closesAt, notice.days, reached, at],
  );

/** Forgets notices and unsubscribe addresses whose time is long over. */
export const removeOldMarks = async (em: EntityManager, at: Date): Promise<void> => {
  await rows(em, `delete from identity.deadline_notice where closes_at < $1::timestamptz - interval '30 days'`, [at]);
  await rows(em, `delete from identity.notification_mail where created_at < clock_timestamp() - interval '90 days'`);
};
