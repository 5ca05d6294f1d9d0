import type { AsHouse } from './as-house.ts';
import type { Attempt, Life, Quiz } from './lives.ts';
import type { Answer, KeyedQuestion } from './sitting.ts';

/** The examinations of the academy with their questions and keys, by id. */
export const quizzesOf = async (on: AsHouse): Promise<Map<string, Quiz>> => {
  const quizzes = await on.rows<Quiz & { bankId: string }>(
    `select id, bank_id as "bankId", pick, passing_score::float8 as "passingScore", attempts_allowed as "attemptsAllowed",
       time_limit_seconds as "timeLimitSeconds" from assessment.quiz where pick is not null and attempts_allowed is not null`,
  );
  const questions = await on.rows<KeyedQuestion & { bankId: string }>(
    `select q.bank_id as "bankId", q.id as "questionId", v.id as "versionId", v.kind, v.points, cardinality(v.choices) as choices,
       k.weights, k.minimums, k.maximums, k.texts
     from assessment.question q
     join assessment.question_version v on v.question_id = q.id and v.number = q.version
     join assessment.question_key k on k.version_id = v.id
     order by q.bank_id, q.position`,
  );
  return new Map(quizzes.map((quiz) => [quiz.id, { ...quiz, questions: questions.filter(({ bankId }) => bankId === quiz.bankId) }]));
};

/** Writes the attempts with papers, answers and grades. Those that are there already stay as they are. */
export const writeAttempts = async (on: AsHouse, lives: readonly Life[]): Promise<void> => {
  const all = lives.flatMap(({ attempts, ...life }) => attempts.map((attempt) => rowOf(attempt, life)));
  const made = await on.each<{ id: string }>(
    all,
    `insert into assessment.attempt (id, quiz_id, enrollment_id, unit_id, person_id, number, state, started_at, deadline, submitted_at)
     select id, quiz_id, enrollment_id, unit_id, person_id, number, 'graded', started_at, deadline, submitted_at
     from jsonb_to_recordset($1::jsonb) as a(id uuid, quiz_id uuid, enrollment_id uuid, unit_id uuid, person_id uuid, number int,
       started_at timestamptz, deadline timestamptz, submitted_at timestamptz)
     order by id on conflict do nothing returning id`,
  );
  const ids = new Set(made.map(({ id }) => id));
  const fresh = all.filter(({ id }) => ids.has(id));
  await writePapers(on, fresh);
  await on.each(
    fresh,
    `insert into assessment.grade (attempt_id, score, max_score, passed, graded_at)
     select id, score, points, passed, submitted_at + interval '2 seconds'
     from jsonb_to_recordset($1::jsonb) as g(id uuid, score numeric, points numeric, passed boolean, submitted_at timestamptz) order by id`,
  );
  const graded = fresh.map(({ id }) => id);
  await on.audit('attempt', 'graded', graded);
  await on.audit('grade', 'graded', graded);
};

const writePapers = async (on: AsHouse, fresh: readonly ReturnType<typeof rowOf>[]): Promise<void> => {
  await on.each(
    fresh,
    `insert into assessment.paper (attempt_id, question_ids, version_ids, choice_orders, points)
     select id, question_ids, version_ids, choice_orders::smallint[], points
     from jsonb_to_recordset($1::jsonb) as p(id uuid, question_ids uuid[], version_ids uuid[], choice_orders text, points int) order by id`,
  );
  await on.each(
    fresh.flatMap(({ id, answers, started_at: from, submitted_at: to }) =>
      answers.map((answer, index) => ({
        id,
        place: index + 1,
        ...answer,
        saved_at: between(from, to, (index + 1) / (answers.length + 1)),
      })),
    ),
    `insert into assessment.answer (attempt_id, place, sequence, choice, choices, truth, number, text, saved_at)
     select id, place, place, choice, choices, truth, number, text, saved_at
     from jsonb_to_recordset($1::jsonb) as a(id uuid, place smallint, choice smallint, choices smallint[], truth boolean,
       number double precision, text text, saved_at timestamptz) order by id, place`,
  );
};

const rowOf = (attempt: Attempt, { enrollmentId, learner, taught }: Omit<Life, 'attempts'>) => ({
  id: attempt.id,
  quiz_id: attempt.quizId,
  enrollment_id: enrollmentId,
  unit_id: taught.units.quiz,
  person_id: learner.id,
  number: attempt.number,
  started_at: attempt.startedAt,
  deadline: attempt.deadline,
  submitted_at: attempt.submittedAt,
  score: attempt.score,
  points: attempt.maxScore,
  passed: attempt.passed,
  answers: attempt.answers satisfies Answer[],
  question_ids: attempt.questions.map(({ questionId }) => questionId),
  version_ids: attempt.questions.map(({ versionId }) => versionId),
  choice_orders: ordersOf(attempt.questions),
});

/** Choices in the order in which they were written, filled up to one width; `{}` where no question has choices. */
const ordersOf = (questions: readonly KeyedQuestion[]): string => {
  const width = Math.max(...questions.map(({ choices }) => choices));
  const order = (choices: number): string => Array.from({ length: width }, (_, place) => (place < choices ? place : -1)).join(',');
  return width === 0 ? '{}' : `{${questions.map(({ choices }) => `{${order(choices)}}`).join(',')}}`;
};

const between = (from: Date, to: Date, share: number): Date => new Date(from.getTime() + (to.getTime() - from.getTime()) * share);
