import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, AttemptCreate, AttemptId, AttemptQuery, AttemptView, BankId, PersonId, QuizId, QuizSection } from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { authoredBy, authorParameters } from '../bank/bank.queries.js';
import { graceSeconds, tokenSeconds, type Paper } from './attempt.entity.js';

/** What decides whether somebody may begin: instants and what they mean now, by the database's clock. */
export interface Admission {
  bankId: BankId;
  pick: number | null;
  sections: QuizSection[] | null;
  timeLimitSeconds: number | null;
  attemptsAllowed: number | null;
  state: string;
  opensAt: string;
  closesAt: string;
  timeZone: string;
  early: boolean;
  over: boolean;
  /** True when the unit is a quiz unit of the enrollment's course version and has this quiz in one of its languages. */
  ofUnit: boolean;
}
/** `tokenUntil`: when a token given now would be over, in seconds since 1970; null once the attempt is submitted. */
export type AttemptRow = Omit<AttemptView, 'questions'> & { personId: PersonId; tokenUntil: number | null; authored: boolean };
/** The admission of the actor's own enrollment to a quiz; undefined when either is unknown or somebody else's. */
export const admissionTo = (em: EntityManager, actor: Actor, quizId: QuizId, wish: AttemptCreate): Promise<Admission | undefined> =>
  row(
    em,
    `select q.bank_id as "bankId", q.pick, q.sections, q.time_limit_seconds as "timeLimitSeconds", q.attempts_allowed as "attemptsAllowed",
       e.state, e.opens_at as "opensAt", e.closes_at as "closesAt", coalesce(d.time_zone, 'UTC') as "timeZone",
       clock_timestamp() < e.opens_at as early, clock_timestamp() >= e.closes_at as over,
       exists (
         select from catalog.pub_unit u cross join lateral jsonb_each(u.contents) as c(language, content)
         where u.course_version_id = e.course_version_id and u.id = $4 and u.kind = 'quiz' and c.content->>'quizId' = q.id::text) as "ofUnit"
     from enrollment.pub_enrollment e
     join assessment.quiz q on q.id = $3
     left join enrollment.pub_edition d on d.id = e.edition_id
     where e.id = $1 and e.person_id = $2`,
    [wish.enrollmentId, actor.personId, quizId, wish.unitId],
  );

/** Lets starts for one unit of one enrollment follow one another until the transaction ends. */
export const queueUp = (em: EntityManager, { enrollmentId, unitId }: AttemptCreate): Promise<unknown> =>
  row(em, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`assessment.attempt:${enrollmentId}:${unitId}`]);

/** The attempts of an enrollment's unit: how many, and the open one. `due` when its time is up. */
export const attemptsAt = async (
  em: EntityManager,
  { enrollmentId, unitId }: AttemptCreate,
  graceSeconds: number,
): Promise<{ taken: number; open: AttemptId | null; due: boolean }> =>
  (await row(
    em,
    `select count(*)::int as taken, min(id::text) filter (where state = 'open') as open,
       coalesce(bool_or(state = 'open' and deadline + make_interval(secs => $3) < clock_timestamp()), false) as due
     from assessment.attempt where enrollment_id = $1 and unit_id = $2`,
    [enrollmentId, unitId, graceSeconds],
  ))!;

/**
 * Opens an attempt with its questions. It ends after the time limit, and never later than the edition. The unique key of open attempts
 * is the last guard against a second one.
 */
export const insertAttempt = (
  em: EntityManager,
  attempt: { id: AttemptId; quizId: QuizId; personId: PersonId; number: number } & AttemptCreate &
    Pick<Admission, 'timeLimitSeconds' | 'closesAt'>,
  paper: Paper,
): Promise<unknown> =>
  row(
    em,
    `with opened as (
       insert into assessment.attempt (id, quiz_id, enrollment_id, unit_id, person_id, number, started_at, deadline, essays)
       select $1, $2, $3, $4, $5, $6, t.at, least(t.at + make_interval(secs => $7), $8::timestamptz), $13
       from (select clock_timestamp() as at) t returning id),
     used as (update assessment.quiz set used_at = clock_timestamp() where id = $2 and used_at is null)
     insert into assessment.paper (attempt_id, question_ids, version_ids, choice_orders, points, sections, worths)
     select id, $9, $10, $11, $12, $14, $15 from opened`,
    [
      attempt.id,
      attempt.quizId,
      attempt.enrollmentId,
      attempt.unitId,
      attempt.personId,
      attempt.number,
      attempt.timeLimitSeconds,
      attempt.closesAt,
      paper.questionIds,
      paper.versionIds,
      paper.choiceOrders,
      paper.points,
      paper.essays,
      paper.sections,
      paper.worths,
    ],
  );

/** SQL: what the reader sees of attempt `a` of quiz `q`. Its parameters, from `$at` on, are those of `visibleTo`. */
const columns = (at: number): string => `a.id, a.quiz_id as "quizId", a.enrollment_id as "enrollmentId", a.unit_id as "unitId",
  a.person_id as "personId", q.title, a.number, a.state, a.started_at as "startedAt", a.deadline, q.attempts_allowed as "attemptsAllowed",
  case when a.state = 'open' then greatest(0, round(extract(epoch from a.deadline - clock_timestamp()), 1)) end as "remainingSeconds",
  case when a.submitted_at is null then extract(epoch from least(
    a.deadline + interval '${graceSeconds} seconds', clock_timestamp() + interval '${tokenSeconds} seconds'))::float8 end as "tokenUntil",
  a.state = 'submitted' and a.essays is not null as "beingMarked", r.released,
  case when r.released = 'none' and q.release <> 'none' then r.closes_at end as "releasedAt",
  case when r.released <> 'none' then g.score end as score, case when r.released <> 'none' then g.max_score end as "maxScore",
  case when r.released <> 'none' then g.passed end as passed, ${authoredBy('q.owner_id', at + 1)} as authored`;
/** SQL: an author sees everything; a learner what the quiz releases, and from when on it does. Only quizzes that wait look the end up. */
const from = (at: number): string => `assessment.attempt a join assessment.quiz q on q.id = a.quiz_id
  left join assessment.grade g on g.attempt_id = a.id
  cross join lateral (select case when q.release_at = 'closed' then
    (select e.closes_at from enrollment.pub_enrollment e where e.id = a.enrollment_id) end as closes_at) e
  cross join lateral (select e.closes_at, case when ${authoredBy('q.owner_id', at + 1)} then 'answers'
    when e.closes_at > clock_timestamp() then 'none' else q.release end as released) r`;

/** SQL: an attempt is seen by the person who sits it and by those who may author its quiz. */
const visibleTo = (at: number): string => `(a.person_id = $${at} or ${authoredBy('q.owner_id', at + 1)})`;

export const attemptFor = (em: EntityManager, actor: Actor, id: AttemptId): Promise<AttemptRow | undefined> =>
  row(em, `select ${columns(2)} from ${from(2)} where a.id = $1 and ${visibleTo(2)}`, [id, actor.personId, ...authorParameters(actor)]);

/** SQL: the attempts of person `$1`, found from their few enrollments. */
const ownOnly = `a.person_id = $1 and a.enrollment_id in (select n.id from enrollment.pub_enrollment n where n.person_id = $1)`;

/** Attempts of an enrollment, or all of the actor's own, newest first. */
export const attemptsFor = (em: EntityManager, actor: Actor, query: AttemptQuery, limit: number): Promise<AttemptRow[]> =>
  rows(
    em,
    `select ${columns(2)} from ${from(2)}
     where ${query.enrollmentId ? 'a.enrollment_id = $1' : ownOnly} and ${visibleTo(2)} and ($5::uuid is null or a.unit_id = $5) and ($6::uuid is null or a.id < $6)
     order by a.id desc limit $7`,
    [
      query.enrollmentId ?? actor.personId,
      actor.personId,
      ...authorParameters(actor),
      query.unitId ?? null,
      decodeCursor(query.cursor, sortValue.id)?.[0] ?? null,
      limit,
    ],
  );

/**
 * SQL: true for a signed-in person (`until` null), and for a token that is not over while its person may sign in. A scalar subquery, so
 * that only answers with a token look their person up.
 */
export const holding = (until: string, personId: string): string => `case when ${until} is null then true
  when clock_timestamp() > to_timestamp(${until}) then false
  else coalesce((select p.active from identity.pub_person p where p.id = ${personId}), false) end`;
