import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, QuizId, QuizView } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { authoredBy, authorParameters } from '../bank/bank.queries.js';

const columns = `q.id, q.title, q.bank_id as "bankId", q.pick, q.time_limit_seconds as "timeLimitSeconds",
  q.attempts_allowed as "attemptsAllowed", q.passing_score as "passingScore",
  least(q.pick, (select count(*) from assessment.question x where x.bank_id = q.bank_id))::int as questions`;

/** SQL: true when the person `$at` is enrolled in a course that has the quiz. */
const enrolledFor = (at: number): string => `exists (
  select from enrollment.pub_enrollment e
  join catalog.pub_unit u on u.course_version_id = e.course_version_id and u.kind = 'quiz'
  cross join lateral jsonb_each(u.contents) as c(language, content)
  where e.person_id = $${at} and c.content->>'quizId' = q.id::text)`;

export const insertQuiz = (em: EntityManager, quiz: Omit<QuizView, 'questions'> & { ownerId: string }): Promise<unknown> =>
  row(
    em,
    `insert into assessment.quiz (id, title, bank_id, owner_id, pick, time_limit_seconds, attempts_allowed, passing_score)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      quiz.id,
      JSON.stringify(quiz.title),
      quiz.bankId,
      quiz.ownerId,
      quiz.pick,
      quiz.timeLimitSeconds,
      quiz.attemptsAllowed,
      quiz.passingScore,
    ],
  );

/** A quiz that the actor may author, or sits in a course of theirs. */
export const quizFor = (em: EntityManager, actor: Actor, id: QuizId): Promise<QuizView | undefined> =>
  row(em, `select ${columns} from assessment.quiz q where q.id = $1 and (${authoredBy('q.owner_id', 2)} or ${enrolledFor(4)})`, [
    id,
    ...authorParameters(actor),
    actor.personId,
  ]);

/** Quizzes that the actor may author, newest first, behind `before`. */
export const quizzesOf = (em: EntityManager, actor: Actor, limit: number, before: string | null): Promise<QuizView[]> =>
  rows(
    em,
    `select ${columns} from assessment.quiz q
     where ${authoredBy('q.owner_id', 1)} and ($3::uuid is null or q.id < $3) order by q.id desc limit $4`,
    [...authorParameters(actor), before, limit],
  );
