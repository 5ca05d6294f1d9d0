import type { EntityManager } from '@mikro-orm/postgresql';
import type { Language } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import type { CalendarRow } from './calendar.entity.js';

const mostDates = 1_000;

/** A person's dates in order of time. Of a course that was left they stay for a season, as cancelled. */
export const datesOf = (
  em: EntityManager,
  personId: string,
  { from, until }: { from?: string | undefined; until?: string | undefined } = {},
): Promise<CalendarRow[]> =>
  rows(
    em,
    `select x.*, d.time_zone, e.id as enrollment_id, e.state, v.title as course_title, d.title as edition_title
     from enrollment.enrollment e
     join enrollment.edition d on d.id = e.edition_id
     join catalog.pub_course_version v on v.id = d.course_version_id
     cross join lateral (
       select o.kind, o.at, null::timestamptz as ends_at, null::text as place, null::uuid as unit_id, null::jsonb as unit_title, 0 as moved
       from (values ('opens', d.opens_at), ('closes', d.closes_at)) as o(kind, at)
       union all
       select 'session', s.starts_at, s.ends_at, s.place, s.unit_id, u.title, s.moved
       from enrollment.session_time s join catalog.pub_unit u on u.course_version_id = d.course_version_id and u.id = s.unit_id
       where s.edition_id = d.id) x
     where e.person_id = $1 and e.state <> 'pending'
       and (e.state <> 'withdrawn' or e.withdrawn_at > clock_timestamp() - interval '90 days')
       and (x.kind <> 'opens' or d.opens_at > e.enrolled_at)
       and ($2::timestamptz is null or x.at >= $2) and ($3::timestamptz is null or x.at < $3)
     order by x.at, e.id limit ${mostDates}`,
    [personId, from ?? null, until ?? null],
  );

export interface FeedRow {
  serial: string;
  createdAt: string;
  readAt: string | null;
}
export const feedOf = (em: EntityManager, personId: string): Promise<FeedRow | undefined> =>
  row(em, `select serial, created_at as "createdAt", read_at as "readAt" from enrollment.calendar_feed where person_id = $1`, [personId]);

/** Keeps the feed in place of the former one, whose address ends. */
export const putFeed = (em: EntityManager, personId: string, serial: string, hash: Buffer): Promise<unknown> =>
  rows(
    em,
    `insert into enrollment.calendar_feed (person_id, serial, token_hash) values ($1, $2, $3)
     on conflict (person_id) do update set serial = $2, token_hash = $3, created_at = clock_timestamp(), read_at = null`,
    [personId, serial, hash],
  );

export const removeFeed = (em: EntityManager, personId: string): Promise<unknown> =>
  rows(em, 'delete from enrollment.calendar_feed where person_id = $1', [personId]);

/** Who reads by this token, and in which language; undefined for an address that ended or a person who is not active. */
export const readerBehind = (em: EntityManager, hash: Buffer): Promise<{ personId: string; language: Language } | undefined> =>
  row(
    em,
    `select f.person_id as "personId", p.language from enrollment.calendar_feed f join identity.pub_person p on p.id = f.person_id and p.active
     where f.token_hash = $1`,
    [hash],
  );

/** Notes that a program read the feed, to within an hour. */
export const noteRead = (em: EntityManager, personId: string): Promise<unknown> =>
  rows(
    em,
    `update enrollment.calendar_feed set read_at = clock_timestamp()
     where person_id = $1 and (read_at is null or read_at < clock_timestamp() - interval '1 hour')`,
    [personId],
  );
