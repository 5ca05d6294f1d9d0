import type { EntityManager } from '@mikro-orm/postgresql';
import { ageBands, measures } from '@aula/contracts';
import { change, row, rows } from '@aula/platform';

/** Days within which somebody who did something is active. */
const activeDays = 30;
/** The ages at which the second and each further band begins. */
const bandStarts = ageBands.slice(1).map((band) => Number(/\d+/.exec(band)![0]));

const dimensions = ['edition_id', 'course_id', 'institution_id', 'country', 'sex', 'language', 'age', 'month'] as const;
const flags = measures.filter((measure) => measure !== 'enrolled');
const marks = ['person_id', 'state', 'progress', 'enrolled_at', 'active_at', 'completed_at', 'certified_at'] as const;
const columns = ['enrollment_id', ...dimensions, ...marks, ...flags];
const counted = (sign: '' | '-'): string => [`${sign}1 as enrolled`, ...flags.map((flag) => `${sign}(${flag}::int) as ${flag}`)].join(', ');

/** SQL: the enrollments of `wanted` as they count now, read from the houses whose truth it is. */
const now = `
  select e.id as enrollment_id, e.edition_id, v.course_id, p.institution_id, coalesce(p.country, i.country) as country, p.sex, p.language,
    case when p.birth_year is not null
      then width_bucket(extract(year from e.enrolled_at)::int - p.birth_year, '{${bandStarts.join(',')}}'::int[]) end::smallint as age,
    date_trunc('month', e.enrolled_at at time zone 'UTC')::date as month, e.person_id, e.state, e.progress, e.enrolled_at, u.active_at,
    c.completed_at, k.issued_at as certified_at,
    e.state <> 'withdrawn' and coalesce(u.active_at > clock_timestamp() - interval '${activeDays} days', false) as active,
    u.active_at is not null or e.progress > 0 or c.id is not null as begun,
    e.progress >= 0.5 or c.id is not null as half,
    c.id is not null as completed, e.state = 'withdrawn' as withdrawn,
    coalesce(u.passed and not u.failed, false) as passed, coalesce(u.failed, false) as failed, k.id is not null as certified
  from wanted w
  join enrollment.pub_standing e on e.id = w.id and e.state <> 'pending'
  join catalog.pub_course_version v on v.id = e.course_version_id
  left join identity.pub_person p on p.id = e.person_id
  left join identity.pub_institution i on i.id = p.institution_id
  left join enrollment.pub_completion c on c.enrollment_id = e.id and c.voided_at is null
  left join accreditation.pub_credential k on k.enrollment_id = e.id and k.state = 'issued'
  cross join lateral (
    select coalesce(array_agg(n.id) filter (where n.kind = 'quiz'), array_agg(n.id) filter (where n.kind = 'scorm')) as examinations
    from catalog.pub_unit n where n.course_version_id = e.course_version_id) n
  left join lateral (
    select max(m.changed_at) as active_at, bool_or(m.passed) filter (where m.unit_id = any(n.examinations)) as passed,
      bool_or(m.failed and not m.passed) filter (where m.unit_id = any(n.examinations)) as failed
    from enrollment.pub_unit_mark m where m.enrollment_id = e.id) u on true`;

/**
 * Counts these enrollments anew: one statement compares what is counted with what is so, and moves the difference. Whatever is said
 * twice, late or out of order ends in the same numbers.
 */
const recountSql = `
  with wanted as (select distinct id from unnest($1::uuid[]) as w(id)),
  now as materialized (${now}),
  before as materialized (select b.* from insights.learner b join wanted w on w.id = b.enrollment_id),
  gone as (
    delete from insights.learner l using before b
    where l.enrollment_id = b.enrollment_id and not exists (select from now n where n.enrollment_id = b.enrollment_id)),
  kept as (
    insert into insights.learner as l (${columns.join(', ')}) select ${columns.join(', ')} from now order by enrollment_id
    on conflict (enrollment_id) do update set ${columns.map((each) => `${each} = excluded.${each}`).join(', ')}
    where (${columns.map((each) => `l.${each}`).join(', ')}) is distinct from (${columns.map((each) => `excluded.${each}`).join(', ')})),
  moved as (
    select ${dimensions.join(', ')}, ${measures.map((each) => `sum(${each})::int as ${each}`).join(', ')}
    from (select ${dimensions.join(', ')}, ${counted('')} from now
      union all select ${dimensions.join(', ')}, ${counted('-')} from before) d
    group by ${dimensions.join(', ')})
  insert into insights.cell as c (${dimensions.join(', ')}, ${measures.join(', ')})
  select ${dimensions.join(', ')}, ${measures.join(', ')} from moved where ${measures.map((each) => `${each} <> 0`).join(' or ')}
  on conflict (edition_id, institution_id, country, sex, language, age, month, course_id) do update
  set ${measures.map((each) => `${each} = c.${each} + excluded.${each}`).join(', ')}`;

/** Whoever counts is alone: two who compare with the same past would move its difference twice. Held to the transaction's end. */
const alone = (em: EntityManager): Promise<object[]> => rows(em, `select pg_advisory_xact_lock(hashtext('insights.recount'))`);

/** Counts what the next `limit` facts have marked. Returns how many of them there were. */
export const recountMarked = async (em: EntityManager, limit: number): Promise<number> => {
  await alone(em);
  const marked = await rows<{ enrollment_ids: string[]; person_ids: string[] }>(
    em,
    `delete from insights.stale where id in (select id from insights.stale order by id limit $1) returning enrollment_ids, person_ids`,
    [limit],
  );
  if (marked.length === 0) return 0;
  const people = marked.flatMap((each) => each.person_ids);
  const theirs = people.length > 0 ? await enrollmentsOf(em, people) : [];
  await rows(em, recountSql, [[...marked.flatMap((each) => each.enrollment_ids), ...theirs]]);
  return marked.length;
};

const enrollmentsOf = async (em: EntityManager, people: readonly string[]): Promise<string[]> =>
  (await rows<{ id: string }>(em, `select id from enrollment.pub_standing where person_id = any($1::uuid[])`, [people])).map(
    ({ id }) => id,
  );

/** Counts the next enrollments behind `after`, in order of their ids. Returns the last one, null when there is none left. */
export const recountNext = async (em: EntityManager, after: string | null, limit: number): Promise<string | null> => {
  await alone(em);
  const next = await rows<{ id: string }>(
    em,
    `select id from (
       (select id from enrollment.pub_standing where $1::uuid is null or id > $1 order by id limit $2)
       union (select enrollment_id from insights.learner where $1::uuid is null or enrollment_id > $1 order by enrollment_id limit $2)) n
     order by id limit $2`,
    [after, limit],
  );
  if (next.length === 0) return null;
  await rows(em, recountSql, [next.map(({ id }) => id)]);
  return next.at(-1)!.id;
};

/** Adds up the learners again, whatever the cells say. */
export const recountCells = async (em: EntityManager): Promise<void> => {
  await alone(em);
  await rows(em, `delete from insights.cell`);
  await rows(
    em,
    `insert into insights.cell (${dimensions.join(', ')}, ${measures.join(', ')})
     select ${dimensions.join(', ')}, ${measures.map((each) => `sum(${each})`).join(', ')}
     from (select ${dimensions.join(', ')}, ${counted('')} from insights.learner) l group by ${dimensions.join(', ')}`,
  );
};

/** Notes that everything which was marked is counted. */
export const noteRefreshed = (em: EntityManager): Promise<object[]> =>
  rows(em, `update insights.upkeep set refreshed_at = date_trunc('milliseconds', clock_timestamp())`);

/** When the numbers were last brought up to date; null: never. */
export const refreshedAt = async (em: EntityManager): Promise<string | null> =>
  (await row<{ refreshed_at: string | null }>(em, `select refreshed_at from insights.upkeep`))?.refreshed_at ?? null;

/** Marks what a fact says has changed. */
export const mark = (em: EntityManager, enrollments: readonly string[], people: readonly string[] = []): Promise<object[]> =>
  rows(em, `insert into insights.stale (enrollment_ids, person_ids) values ($1, $2)`, [enrollments, people]);

/**
 * Marks the enrollments in whose units something has changed since the last time, a minute more, for work that was being written then.
 * Returns how many marks that are.
 */
export const markProgressed = (em: EntityManager): Promise<number> =>
  change(
    em,
    `with since as (select followed_at - interval '1 minute' as at from insights.upkeep for update),
     noted as (update insights.upkeep set followed_at = statement_timestamp()),
     changed as (select distinct m.enrollment_id from enrollment.pub_unit_mark m where m.changed_at > (select at from since))
     insert into insights.stale (enrollment_ids)
     select array_agg(enrollment_id) from (select enrollment_id, (row_number() over (order by enrollment_id) - 1) / 1000 as n from changed) c
     group by n`,
  );
