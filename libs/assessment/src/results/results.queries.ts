import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, EditionId, EditionResults, LocalText, QuizId, ResultAttempt, ResultAttemptQuery, UnitId } from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { taughtBy, teachingParameters } from '../marking/marking.queries.js';
import { answerCondition } from './outcome.queries.js';
import { bars } from './results.entity.js';

export interface EditionRow {
  id: EditionId;
  title: string;
  courseVersionId: string;
  courseTitle: LocalText;
}
/** An edition whose results the actor may see: one that they teach, or whose course has a quiz of theirs. */
export const editionFor = (em: EntityManager, actor: Actor, id: EditionId): Promise<EditionRow | undefined> =>
  row(
    em,
    `select d.id, d.title, d.course_version_id as "courseVersionId", c.title as "courseTitle"
     from enrollment.pub_edition d join catalog.pub_course_version c on c.id = d.course_version_id
     where d.id = $1 and exists (
       select from catalog.pub_unit u cross join lateral jsonb_each(u.contents) as x(language, content)
       join assessment.quiz q on q.id::text = x.content->>'quizId'
       where u.course_version_id = d.course_version_id and u.kind = 'quiz' and ${taughtBy(2)}
       union all select from (select null::uuid as owner_id) q where ${taughtBy(2)})`,
    [id, ...teachingParameters(actor)],
  );

export const countEnrolled = async (em: EntityManager, id: EditionId): Promise<number> =>
  (await row<{ n: number }>(
    em,
    `select count(*)::int as n from enrollment.pub_enrollment where edition_id = $1 and state in ('active', 'completed')`,
    [id],
  ))!.n;

/** SQL: each person's attempts at the quiz units of an edition (`$1`), with the grade. */
const attempts = `enrollment.pub_enrollment e join assessment.attempt a on a.enrollment_id = e.id
  left join assessment.grade g on g.attempt_id = a.id`;

/** The quizzes of the edition's course, one of each unit, with how people stand in them. */
export const quizzesIn = (em: EntityManager, { id, courseVersionId }: EditionRow): Promise<EditionResults['quizzes']> =>
  rows(
    em,
    `with sat as (
       select a.unit_id, a.enrollment_id, bool_or(a.submitted_at is not null) as handed_in, bool_or(g.passed) as passed,
         max(g.score / g.max_score) as best, bool_or(a.state = 'submitted' and a.essays is not null) as being_marked
       from ${attempts} where e.edition_id = $1 group by 1, 2)
     select u.id as "unitId", u.quiz_id as "quizId", u.title, count(s.unit_id)::int as started,
       count(*) filter (where s.handed_in)::int as "handedIn", count(*) filter (where s.being_marked)::int as "beingMarked",
       count(s.best)::int as graded, count(*) filter (where s.passed)::int as passed, avg(s.best)::float8 as mean
     from (select distinct on (u.id) u.id, u.position, u.title, (x.content->>'quizId')::uuid as quiz_id
           from catalog.pub_unit u cross join lateral jsonb_each(u.contents) as x(language, content)
           where u.course_version_id = $2 and u.kind = 'quiz' and x.content->>'quizId' is not null order by u.id, x.language) u
     left join sat s on s.unit_id = u.id
     group by u.id, u.quiz_id, u.title, u.position order by u.position`,
    [id, courseVersionId],
  );

export interface Summary {
  people: number;
  passed: number;
  mean: number | null;
  median: number | null;
  attempts: number;
  lower: number | null;
  middle: number | null;
  upper: number | null;
}
const best = `select e.id, max(g.score / g.max_score) as share, bool_or(g.passed) as passed, count(*)::int as attempts
  from ${attempts} where e.edition_id = $1 and a.unit_id = $2 and a.submitted_at is not null group by e.id`;

/** Everybody's best, and how long the attempts took. */
export const summaryOf = async (em: EntityManager, editionId: EditionId, unitId: UnitId): Promise<Summary> =>
  (await row<Summary>(
    em,
    `with best as (${best}), spent as (
       select percentile_cont(array[0.25, 0.5, 0.75]) within group (order by extract(epoch from a.submitted_at - a.started_at)) as q
       from ${attempts} where e.edition_id = $1 and a.unit_id = $2 and a.submitted_at is not null)
     select count(b.share)::int as people, count(*) filter (where b.passed)::int as passed, avg(b.share)::float8 as mean,
       percentile_cont(0.5) within group (order by b.share)::float8 as median, coalesce(sum(b.attempts), 0)::int as attempts,
       (select q[1] from spent)::float8 as lower, (select q[2] from spent)::float8 as middle, (select q[3] from spent)::float8 as upper
     from best b`,
    [editionId, unitId],
  ))!;

/** How many people's best is in each bar, the last with full marks. */
export const barsOf = (em: EntityManager, editionId: EditionId, unitId: UnitId): Promise<{ bar: number; people: number }[]> =>
  rows(
    em,
    `with best as (${best}) select least(${bars - 1}, floor(share * ${bars}))::int as bar, count(*)::int as people
     from best where share is not null group by 1`,
    [editionId, unitId],
  );

export const attemptsEach = (em: EntityManager, editionId: EditionId, unitId: UnitId): Promise<{ attempts: number; people: number }[]> =>
  rows(em, `with best as (${best}) select attempts, count(*)::int as people from best group by 1 order by 1 limit 20`, [editionId, unitId]);

export interface QuizHead {
  quizId: QuizId;
  title: LocalText;
  passingScore: number;
  authored: boolean;
}
export const quizAt = (em: EntityManager, actor: Actor, edition: EditionRow, unitId: UnitId): Promise<QuizHead | undefined> => {
  const [everything, owner] = teachingParameters(actor);
  return row(
    em,
    `select q.id as "quizId", u.title, q.passing_score::float8 as "passingScore", ($3::boolean or q.owner_id = $4::uuid) as authored
     from catalog.pub_unit u cross join lateral jsonb_each(u.contents) as x(language, content)
     join assessment.quiz q on q.id::text = x.content->>'quizId'
     where u.course_version_id = $1 and u.id = $2 order by x.language limit 1`,
    [edition.courseVersionId, unitId, everything, owner],
  );
};

/** Attempts behind a number, newest first. */
export const attemptsBehind = (em: EntityManager, id: EditionId, unitId: UnitId, query: ResultAttemptQuery): Promise<ResultAttempt[]> => {
  const parameters: unknown[] = [
    ...[id, unitId, query.state ?? null, query.passed ?? null, query.from ?? null, query.to ?? null, query.best],
    ...[decodeCursor(query.cursor, sortValue.id)?.[0] ?? null, query.limit + 1],
  ];
  const answer = answerCondition(query, (value) => `$${parameters.push(value)}`);
  return rows(
    em,
    `select a.id as "attemptId", e.id as "enrollmentId", a.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as name,
       a.number, a.state, g.score::float8 as score, g.max_score::float8 as "maxScore", g.passed, a.started_at as "startedAt",
       a.submitted_at as "submittedAt", extract(epoch from a.submitted_at - a.started_at)::float8 as seconds
     from ${attempts} left join identity.pub_person p on p.id = a.person_id
     where e.edition_id = $1 and a.unit_id = $2 and ($3::text is null or a.state = $3) and ($4::boolean is null or g.passed = $4)
       and ($5::float8 is null or g.score / g.max_score >= $5::numeric)
       and ($6::float8 is null or g.score / g.max_score < $6::numeric or $6 >= 1 and g.score = g.max_score)
       and (not $7::boolean or not exists (
         select from assessment.attempt o join assessment.grade h on h.attempt_id = o.id
         where o.enrollment_id = a.enrollment_id and o.unit_id = a.unit_id and (h.score / h.max_score, o.id) > (g.score / g.max_score, a.id)))
       and ($8::uuid is null or a.id < $8) ${latestOf(query)} ${answer}
     order by a.id desc limit $9`,
    parameters,
  );
};

/** SQL condition on attempt `a`: no later one of the same person's that was started, or handed in. */
const latestOf = ({ latest }: ResultAttemptQuery): string => {
  if (!latest) return '';
  const counts = (attempt: string): string => (latest === 'handed-in' ? `and ${attempt}.submitted_at is not null` : '');
  return `${counts('a')} and not exists (
    select from assessment.attempt o
    where o.enrollment_id = a.enrollment_id and o.unit_id = a.unit_id and o.number > a.number ${counts('o')})`;
};
