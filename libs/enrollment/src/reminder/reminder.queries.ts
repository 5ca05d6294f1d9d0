import type { EntityManager } from '@mikro-orm/postgresql';
import {
  reminderPauseDays,
  type EditionId,
  type EnrollmentId,
  type Items,
  type Language,
  type LocalNote,
  type LocalText,
  type ReminderId,
  type ReminderView,
  type RosterFilter,
} from '@aula/contracts';
import { row, rows } from '@aula/platform';
import type { Sight } from '../enrollment.policy.js';
import { askedSql, type Asked } from '../roster/roster.queries.js';
import { parametersFrom } from '../search.queries.js';

type SkipCode = ReminderView['skipped'][number]['code'];

/** SQL: why the learner of enrollment `e` gets no letter; null: they get one. The day is reckoned once, not for each of them. */
const skip = `case when e.state = 'completed' then 'completed' when e.state <> 'active' then 'left' when not p.active then 'person-inactive'
  when e.reminded_at > (select clock_timestamp() - interval '${reminderPauseDays} days') then 'reminded-lately' end`;

/** SQL: how many units of version `version` a learner has to do. */
const toDo = (version: string): string =>
  `(select count(*) from catalog.pub_unit u where u.course_version_id = ${version} and (u.required or u.counts))::int`;

export interface CountRow {
  language: Language;
  code: SkipCode | null;
  count: number;
  /** One of them, whose letter is shown. */
  first: EnrollmentId;
}
/** How many learners of a filter get a letter in which language, and how many do not, and why: one statement. */
export const countByLanguage = (em: EntityManager, asked: Asked): Promise<CountRow[]> => {
  const { parameters, place } = parametersFrom([]);
  return rows(
    em,
    `select p.language, ${skip} as code, count(*)::int as count, any_value(e.id) as first ${askedSql(asked, place)} group by 1, 2 order by 3 desc`,
    parameters,
  );
};

export interface SampleRow {
  id: EnrollmentId;
  language: Language;
  given_name: string;
  progress: number;
  missing: number;
  deadline: string;
  time_zone: string;
  course_title: LocalText;
}
/** What the letters of these enrollments say. */
export const samplesOf = (em: EntityManager, enrollments: readonly EnrollmentId[]): Promise<SampleRow[]> =>
  rows(
    em,
    `select e.id, p.language, p.given_name, e.progress, ${toDo('v.id')} - cardinality(e.done_units) as missing,
       coalesce(e.extended_to, d.closes_at) as deadline, d.time_zone, v.title as course_title
     from enrollment.enrollment e join enrollment.edition d on d.id = e.edition_id
     join catalog.pub_course_version v on v.id = d.course_version_id join identity.pub_person p on p.id = e.person_id
     where e.id = any($1::uuid[])`,
    [enrollments],
  );

export interface Reminder {
  id: ReminderId;
  edition_id: EditionId;
  filter: RosterFilter;
  note: LocalNote;
  sight: { sight: Sight; courseSeen: boolean };
  /** The last enrollment that was looked at. */
  reached: string | null;
}
export const keepReminder = (em: EntityManager, reminder: Omit<Reminder, 'reached'>, by: string, expected: number): Promise<object[]> =>
  rows(
    em,
    `insert into enrollment.reminder (id, edition_id, filter, note, sight, requested_by, expected) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ...[reminder.id, reminder.edition_id, JSON.stringify(reminder.filter), JSON.stringify(reminder.note)],
      ...[JSON.stringify(reminder.sight), by, expected],
    ],
  );

/** The reminder, locked; undefined when it is done. */
export const takeUpReminder = (em: EntityManager, id: string): Promise<Reminder | undefined> =>
  row(
    em,
    `update enrollment.reminder set state = 'running' where id = $1 and state <> 'done'
     returning id, edition_id, filter, note, sight, reached`,
    [id],
  );

export interface Reminded {
  seen: number;
  reached: string | null;
  skipped: Partial<Record<SkipCode, number>>;
  /** The letters' learners. */
  learners: Omit<Items<'reminder.requested'>[number], 'note'>[];
}
/** Marks the next `limit` learners of the filter as reminded, as far as they get a letter, in order of their enrollments: one statement. */
export const remindNext = async (em: EntityManager, asked: Asked, reached: string | null, limit: number): Promise<Reminded> => {
  const { parameters, place } = parametersFrom([]);
  const more = reached === null ? [] : [`e.id > ${place(reached)}::uuid`];
  const next = `select e.id, ${skip} as code ${askedSql(asked, place, { conditions: more })} order by e.id limit ${limit}`;
  return (await row<Reminded>(
    em,
    `with next as materialized (${next}),
     due as (
       update enrollment.enrollment e set reminded_at = clock_timestamp() from next where e.id = next.id and next.code is null
       returning e.id, e.person_id, e.progress, e.done_units, e.edition_id, e.extended_to),
     letter as (
       select jsonb_build_object('enrollmentId', u.id, 'personId', u.person_id, 'courseTitle', v.title, 'progress', u.progress,
         'missing', ${toDo('v.id')} - cardinality(u.done_units), 'timeZone', d.time_zone,
         'deadline', to_char(coalesce(u.extended_to, d.closes_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) as item
       from due u join enrollment.edition d on d.id = u.edition_id join catalog.pub_course_version v on v.id = d.course_version_id)
     select (select count(*) from next)::int as seen, (select id from next order by id desc limit 1) as reached,
       (select coalesce(jsonb_object_agg(code, n), '{}') from (select code, count(*) as n from next where code is not null group by 1) s) as skipped,
       (select coalesce(jsonb_agg(item), '[]') from letter) as learners`,
    parameters,
  ))!;
};

/** Writes down how far the reminder came. Nobody seen: it is done. */
export const keepReminded = (em: EntityManager, id: string, { seen, reached, skipped, learners }: Reminded): Promise<object[]> =>
  rows(
    em,
    `update enrollment.reminder r
     set sent = r.sent + $2, reached = coalesce($3, r.reached), state = case when $5 then 'done' else r.state end,
       done_at = case when $5 then clock_timestamp() end,
       skipped = (select coalesce(jsonb_object_agg(key, n), '{}') from (
         select key, sum(value::int) as n from (select * from jsonb_each_text(r.skipped) union all select * from jsonb_each_text($4::jsonb)) s
         group by key) k)
     where r.id = $1`,
    [id, learners.length, reached, JSON.stringify(skipped), seen === 0],
  );

export interface ReminderRow {
  id: ReminderId;
  filter: RosterFilter;
  note: LocalNote;
  state: ReminderView['state'];
  expected: number;
  sent: number;
  skipped: Partial<Record<SkipCode, number>>;
  sender: string | null;
  created_at: string;
}
/** The reminders of an edition, latest first: all of them, or those that one person sent. */
export const remindersOf = (em: EntityManager, edition: EditionId, by: string | null): Promise<ReminderRow[]> =>
  rows(
    em,
    `select r.id, r.filter, r.note, r.expected, r.sent, r.skipped, r.created_at, p.given_name || ' ' || p.family_name as sender,
       case when r.state <> 'done' and exists (
         select from platform.job j where j.kind = 'enrollment.send-reminders' and j.subject = r.id::text and j.state = 'dead')
       then 'failed' else r.state end as state
     from enrollment.reminder r left join identity.pub_person p on p.id = r.requested_by
     where r.edition_id = $1 and ($2::uuid is null or r.requested_by = $2) order by r.id desc limit 100`,
    [edition, by],
  );
