import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items, UnitKind } from '@aula/contracts';
import { rows } from '@aula/platform';

/** What was reported of one unit of one enrollment. `score` scaled; `progress` 0 to 1. */
export interface Report {
  enrollmentId: string;
  unitId: string;
  completed: boolean;
  passed: boolean;
  failed: boolean;
  score: number | null;
  progress: number;
}

/** SQL: the state of unit progress `p`. What was once completed or passed stays so, whatever comes later. */
export const stateOf = `case when p.passed then 'passed' when p.completed then 'completed' when p.failed then 'failed'
  when p.unit_id is not null then 'in-progress' else 'not-started' end`;

/**
 * SQL: is unit `u` done by progress `p`, in a version whose rule is `v.completion`? A quiz is done when it is passed and, where the
 * rule asks for it, its best score reaches the rule's minimum. Anything else is done when it is completed or passed.
 */
export const done = `case when u.kind = 'quiz'
  then coalesce(p.passed, false) and (not u.counts or coalesce(p.score >= (v.completion->>'minimumScore')::float8, v.completion->>'minimumScore' is null))
  else coalesce(p.completed or p.passed, false) end`;

/** Takes the enrollments' rows, lowest id first: two deliveries about one learner wait for each other and see each other's marks. */
export const lockEnrollments = (em: EntityManager, ids: readonly string[]): Promise<object[]> =>
  rows(em, `select id from enrollment.enrollment where id = any($1::uuid[]) order by id for no key update`, [ids]);

/**
 * Adds reports to what is known, never backwards: any order and any repetition of reports ends in the same marks. Reports about
 * unknown enrollments, and about units that the version does not have or that are not of these kinds, are passed over.
 */
export const mergeReports = (em: EntityManager, reports: readonly Report[], kinds: readonly UnitKind[]): Promise<object[]> =>
  rows(
    em,
    `with said as (
       select enrollment_id, unit_id, bool_or(completed) as completed, bool_or(passed) as passed, bool_or(failed) as failed,
         max(score) as score, max(progress) as progress
       from unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::boolean[], $5::boolean[], $6::float8[], $7::float8[])
         as s(enrollment_id, unit_id, completed, passed, failed, score, progress)
       group by 1, 2)
     insert into enrollment.unit_progress as p (enrollment_id, unit_id, completed, passed, failed, score, progress)
     select s.enrollment_id, s.unit_id, s.completed, s.passed, s.failed, s.score, s.progress
     from said s
     join enrollment.enrollment e on e.id = s.enrollment_id
     join enrollment.edition d on d.id = e.edition_id
     join catalog.pub_unit u on u.course_version_id = d.course_version_id and u.id = s.unit_id and u.kind = any($8::text[])
     order by 1, 2
     on conflict (enrollment_id, unit_id) do update
     set completed = p.completed or excluded.completed, passed = p.passed or excluded.passed, failed = p.failed or excluded.failed,
       score = greatest(p.score, excluded.score), progress = greatest(p.progress, excluded.progress), changed_at = clock_timestamp()
     where (p.completed, p.passed, p.failed, p.score, p.progress) is distinct from (p.completed or excluded.completed,
       p.passed or excluded.passed, p.failed or excluded.failed, greatest(p.score, excluded.score), greatest(p.progress, excluded.progress))`,
    [
      reports.map((report) => report.enrollmentId),
      reports.map((report) => report.unitId),
      reports.map((report) => report.completed),
      reports.map((report) => report.passed),
      reports.map((report) => report.failed),
      reports.map((report) => report.score),
      reports.map((report) => report.progress),
      kinds,
    ],
  );

/**
 * Recomputes the progress of enrollments (share of the units that are required or asked for by the rule) and completes those whose
 * rule is fulfilled: one completion per enrollment, whatever is repeated. When something was done last is known to ten minutes, so that
 * a learner at work does not have their row written with each report. `ids` are as many new ids as enrollments.
 */
export const recompute = (
  em: EntityManager,
  enrollments: readonly string[],
  ids: readonly string[],
): Promise<Items<'completion.recorded'>> =>
  rows(
    em,
    `with measured as (
       select e.id, e.person_id, e.state, d.course_version_id, count(*) filter (where x.done)::float8 / count(*) as progress,
         coalesce(bool_and(x.done) filter (where u.counts), false) as fulfilled,
         coalesce(array_agg(u.id order by u.position) filter (where x.done), '{}') as done_units, max(p.changed_at) as latest
       from enrollment.enrollment e
       join enrollment.edition d on d.id = e.edition_id
       join catalog.pub_course_version v on v.id = d.course_version_id
       join catalog.pub_unit u on u.course_version_id = v.id and (u.required or u.counts)
       left join enrollment.unit_progress p on p.enrollment_id = e.id and p.unit_id = u.id
       cross join lateral (select ${done} as done) x
       where e.id = any($1::uuid[]) and e.state in ('active', 'completed')
       group by e.id, d.course_version_id),
     finished as (
       select m.*, row_number() over (order by m.id) as n from measured m where m.fulfilled and m.state = 'active'),
     moved as (
       update enrollment.enrollment e
       set progress = m.progress, done_units = m.done_units, active_at = greatest(e.active_at, m.latest),
         state = case when m.fulfilled then 'completed' else e.state end
       from measured m
       where e.id = m.id and (e.progress <> m.progress or e.done_units <> m.done_units or m.fulfilled and e.state = 'active'
         or m.latest > coalesce(e.active_at, '-infinity') + interval '10 minutes')),
     recorded as (
       insert into enrollment.completion (id, enrollment_id, person_id, course_version_id)
       select i.id, f.id, f.person_id, f.course_version_id from finished f join unnest($2::uuid[]) with ordinality i(id, n) using (n)
       returning *)
     select id as "completionId", enrollment_id as "enrollmentId", person_id as "personId", course_version_id as "courseVersionId",
       completed_at as "completedAt"
     from recorded order by id`,
    [enrollments, ids],
  );

/** Counts these completed enrollments in their editions. All learners of an edition meet in its row: the last thing to be done. */
export const countCompleted = (em: EntityManager, enrollments: readonly string[]): Promise<object[]> =>
  rows(
    em,
    `update enrollment.edition d set completed = d.completed + k.n
     from (select edition_id, count(*) as n from enrollment.enrollment where id = any($1::uuid[]) group by edition_id) k
     where d.id = k.edition_id`,
    [enrollments],
  );
