import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, BankId, QuizId, QuizSection, QuizView } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { authoredBy, authorParameters } from '../bank/bank.queries.js';
import { countIn, namedIn, type Candidate } from './quiz.entity.js';

/** SQL: true for a quiz that a published course has, or somebody has begun. The courses are looked through once a statement. */
const used = `(q.used_at is not null or q.id::text in (
  select c.content->>'quizId' from catalog.pub_unit u cross join lateral jsonb_each(u.contents) as c(language, content)
  where u.kind = 'quiz'))`;

const columns = (authored: string): string => `q.id, q.title, q.bank_id as "bankId", q.pick,
  case when ${authored} then q.sections end as sections, q.time_limit_seconds as "timeLimitSeconds",
  q.attempts_allowed as "attemptsAllowed", q.passing_score::float8 as "passingScore", q.release, q.release_at as "releaseAt",
  q.markers::int as markers, q.mark_tolerance::float8 as "markTolerance", q.anonymous, ${used} as used,
  coalesce(q.question_count,
    least(q.pick, (select count(*) from assessment.question x where x.bank_id = q.bank_id and x.retired_at is null)))::int as questions`;

/** SQL: true when the person `$at` is enrolled in a course that has the quiz. */
const enrolledFor = (at: number): string => `exists (
  select from enrollment.pub_enrollment e
  join catalog.pub_unit u on u.course_version_id = e.course_version_id and u.kind = 'quiz'
  cross join lateral jsonb_each(u.contents) as c(language, content)
  where e.person_id = $${at} and c.content->>'quizId' = q.id::text)`;

/** A quiz as it is kept. */
export type KeptQuiz = Omit<QuizView, 'questions' | 'used'>;

const given = (quiz: KeptQuiz): unknown[] => [
  quiz.id,
  JSON.stringify(quiz.title),
  quiz.bankId,
  quiz.pick,
  quiz.sections && JSON.stringify(quiz.sections),
  quiz.sections && countIn(quiz.sections),
  quiz.timeLimitSeconds,
  quiz.attemptsAllowed,
  quiz.passingScore,
  quiz.release,
  quiz.releaseAt,
  quiz.markers,
  quiz.markTolerance,
  quiz.anonymous,
];
const kept = `title, bank_id, pick, sections, question_count, time_limit_seconds, attempts_allowed, passing_score, release, release_at,
  markers, mark_tolerance, anonymous`;
const values = Array.from({ length: 13 }, (_, place) => `$${place + 2}`).join(', ');

export const insertQuiz = (em: EntityManager, quiz: KeptQuiz, ownerId: string): Promise<unknown> =>
  row(em, `insert into assessment.quiz (id, ${kept}, owner_id) values ($1, ${values}, $15)`, [...given(quiz), ownerId]);

export const updateQuiz = (em: EntityManager, quiz: KeptQuiz): Promise<unknown> =>
  row(em, `update assessment.quiz set (${kept}) = (${values}) where id = $1`, given(quiz));

/** Holds a quiz that the actor may author until the transaction ends: no first attempt begins meanwhile. */
export const lockQuiz = (em: EntityManager, actor: Actor, id: QuizId): Promise<object | undefined> =>
  row(em, `select q.id from assessment.quiz q where q.id = $1 and ${authoredBy('q.owner_id', 2)} for update`, [
    id,
    ...authorParameters(actor),
  ]);

/** A quiz that the actor may author, or sits in a course of theirs. */
export const quizFor = (em: EntityManager, actor: Actor, id: QuizId): Promise<QuizView | undefined> => {
  const authored = authoredBy('q.owner_id', 2);
  return row(em, `select ${columns(authored)} from assessment.quiz q where q.id = $1 and (${authored} or ${enrolledFor(4)})`, [
    id,
    ...authorParameters(actor),
    actor.personId,
  ]);
};

/** Quizzes that the actor may author and whose title has the words `q` in any language, newest first, behind `before`. */
export const quizzesOf = (em: EntityManager, actor: Actor, q: string | null, limit: number, before: string | null): Promise<QuizView[]> =>
  rows(
    em,
    `select ${columns('true')} from assessment.quiz q
     where ${authoredBy('q.owner_id', 1)} and ($3::uuid is null or q.id < $3)
       and ($5::text is null or exists (
         select from jsonb_each_text(q.title) as t(language, title) where strpos(assessment.fold(t.title), assessment.fold($5)) > 0))
     order by q.id desc limit $4`,
    [...authorParameters(actor), before, limit, q],
  );

/** The questions of a bank that the sections can ask, in the order in which they came into it. Reads no key. */
export const candidatesFor = (em: EntityManager, bankId: BankId, sections: readonly QuizSection[]): Promise<Candidate[]> => {
  const draws = sections.some(({ entries }) => entries.some(({ kind }) => kind === 'draw'));
  return rows(
    em,
    `select q.id as "questionId", v.id as "versionId", v.kind, cardinality(v.choices) as choices, v.points, q.tags,
       q.retired_at is not null as retired
     from assessment.question q join assessment.question_version v on v.question_id = q.id and v.number = q.version
     where q.bank_id = $1 and ($3::boolean and q.retired_at is null or q.id = any($2::uuid[])) order by q.position`,
    [bankId, namedIn(sections), draws],
  );
};

/** The most that each version can earn, as a share of its points: for its author. */
export const attainable = (em: EntityManager, versionIds: readonly string[]): Promise<{ versionId: string; share: number }[]> =>
  rows(
    em,
    `select k.version_id as "versionId", case k.kind when 'essay' then 1
       when 'multiple-choice' then least(100, (select sum(greatest(w, 0)) from unnest(k.weights) w)) / 100
       else (select max(w) from unnest(k.weights) w) / 100 end as share
     from assessment.question_key k where k.version_id = any($1::uuid[])`,
    [versionIds],
  );
