import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { AssessmentModule } from '@aula/assessment';
import type { AttemptQuestionView, QuestionCreate } from '@aula/contracts';
import { inOrder, verifyAudit } from '@aula/platform';
import { house } from '@aula/testing';
import {
  aMultipleChoice,
  anAuthor,
  answer,
  aNumber,
  aQuiz,
  aShortAnswer,
  aSingleChoice,
  aStatement,
  begin,
  enrolledFor,
  neighbours,
  result,
  shown,
  submit,
} from './builders.js';

const school = await house(AssessmentModule);
await neighbours(school);
const author = school.as(anAuthor());

type Respond = (question: AttemptQuestionView) => unknown;
const picks =
  (...texts: string[]): Respond =>
  (question) =>
    texts.map((text) => shown(question, text));
const pick =
  (text: string): Respond =>
  (question) =>
    shown(question, text);
const say =
  (response: unknown): Respond =>
  () =>
    response;

/** What one question of ten points earns for a response; undefined leaves it unanswered. */
const earned = async (question: QuestionCreate, respond: Respond | undefined): Promise<number> => {
  const quiz = await aQuiz(author, [{ ...question, points: 10 }, aStatement(true, { points: 90 })]);
  const learner = await enrolledFor(school, quiz);
  const attempt = await begin(learner.client, quiz, learner);
  const [asked] = attempt.questions;
  if (respond) await answer(learner.client, attempt.id, asked!.id, respond(asked!));
  await submit(learner.client, attempt.id);
  await school.settle();
  const graded = await result(learner.client, attempt.id);
  expect(graded).toMatchObject({ state: 'graded', maxScore: 100 });
  return graded.score!;
};

const texts = aShortAnswer([
  ['Policía Nacional', 100],
  ['policía*', 50],
  ['100% \\* _a_', 80],
]);

describe('each kind earns what its key says', () => {
  it.each<[string, QuestionCreate, Respond | undefined, number]>([
    ['single choice, right', aSingleChoice(), pick('right'), 10],
    ['single choice, wrong', aSingleChoice(), pick('wrong'), 0],
    ['single choice, in part', aSingleChoice(), pick('half'), 5],
    ['single choice, unanswered', aSingleChoice(), undefined, 0],
    ['multiple choice, all thirds', aMultipleChoice(), picks('a', 'b', 'c'), 10],
    ['multiple choice, one third', aMultipleChoice(), picks('b'), 3.333333],
    ['multiple choice, penalty', aMultipleChoice(), picks('c', 'a', 'x'), 1.666667],
    ['multiple choice, never below nothing', aMultipleChoice(), picks('a', 'x', 'y'), 0],
    ['multiple choice, none picked', aMultipleChoice(), picks(), 0],
    ['multiple choice, unanswered', aMultipleChoice(), undefined, 0],
    ['true-false, right', aStatement(true), say(true), 10],
    ['true-false, wrong', aStatement(true), say(false), 0],
    ['true-false, false is right', aStatement(false), say(false), 10],
    ['true-false, unanswered', aStatement(false), undefined, 0],
    ['numeric, on the lower end', aNumber(), say(3.14), 10],
    ['numeric, on the upper end', aNumber(), say(3.15), 10],
    ['numeric, in the wider range', aNumber(), say(3.5), 5],
    ['numeric, outside', aNumber(), say(4.0001), 0],
    ['numeric, unanswered', aNumber(), undefined, 0],
    ['short answer, exact', texts, say('Policía Nacional'), 10],
    ['short answer, other case and spaces', texts, say('  POLICÍA   nacional '), 10],
    ['short answer, decomposed accent', texts, say('policía nacional'.normalize('NFD')), 10],
    ['short answer, by star', texts, say('policía de tránsito'), 5],
    ['short answer, without its accent', texts, say('policia'), 0],
    ['short answer, pattern signs are plain', texts, say('100% * _A_'), 8],
    ['short answer, a pattern does not match itself loosely', texts, say('1000 * xax'), 0],
    ['short answer, unanswered', texts, undefined, 0],
    ['an answer taken back', aStatement(true), say(null), 0],
  ])('%s', async (_, question, respond, expected) => {
    expect(await earned(question, respond)).toBe(expected);
  });

  it('a penalty in a single choice costs elsewhere, but no attempt falls below nothing', async () => {
    const penalty = aSingleChoice({
      choices: [
        { text: 'right', weight: 100 },
        { text: 'wrong', weight: -50 },
      ],
    });
    const quiz = await aQuiz(author, [{ ...penalty, points: 4 }, aStatement(true, { points: 3 })]);
    const learner = await enrolledFor(school, quiz);
    const scores = await inOrder([true, false], async (right) => {
      const attempt = await begin(learner.client, quiz, learner);
      await answer(learner.client, attempt.id, attempt.questions[0]!.id, shown(attempt.questions[0]!, 'wrong'));
      await answer(learner.client, attempt.id, attempt.questions[1]!.id, right);
      await submit(learner.client, attempt.id);
      await school.settle();
      return (await result(learner.client, attempt.id)).score;
    });
    expect(scores).toEqual([1, 0]);
  });
});

/** An attempt of three statements with so many right answers, submitted. */
const submitted = async (right: number, passingScore: number) => {
  const quiz = await aQuiz(author, [aStatement(true), aStatement(true), aStatement(true)], { passingScore });
  const learner = await enrolledFor(school, quiz);
  const attempt = await begin(learner.client, quiz, learner);
  await inOrder(attempt.questions.entries(), ([index, question]) => answer(learner.client, attempt.id, question.id, index < right));
  await submit(learner.client, attempt.id);
  return { ...learner, attempt, quiz };
};

it.each([
  [2, 0.6667, false],
  [2, 0.6666, true],
  [2, 66.66, true],
  [3, 1, true],
  [3, 100, true],
  [0, 0, true],
  [1, 60, false],
])('%i of 3 with a passing score of %d: passed is %s', async (right, passingScore, passed) => {
  const { client, attempt } = await submitted(right, passingScore);
  await school.settle();
  expect(await result(client, attempt.id)).toMatchObject({ state: 'graded', score: right, maxScore: 3, passed });
});

it('says attempt.graded, publishes the grade, and is in the audit chain', async () => {
  const { attempt, enrollmentId, unitId, quiz } = await submitted(2, 0.5);
  await school.settle();
  const said = (await school.said('attempt.graded')).filter(({ attemptId }) => attemptId === attempt.id);
  expect(said).toEqual([{ attemptId: attempt.id, enrollmentId, quizId: quiz, unitId, score: 2, maxScore: 3, passed: true }]);
  const [published] = await school.sql('select * from assessment.pub_grade where attempt_id = $1', [attempt.id]);
  expect(published).toMatchObject({ enrollment_id: enrollmentId, unit_id: unitId, quiz_id: quiz, score: 2, max_score: 3, passed: true });
  expect(published).toHaveProperty('score_scaled', 0.666667);
  const entries = await school.sql<{ actions: { kind: string; action: string }[] }>(
    `select groups as actions from platform.audit_entry where $1 = any(ids) order by at`,
    [attempt.id],
  );
  expect(entries.flatMap(({ actions }) => actions.map(({ kind, action }) => `${kind} ${action}`))).toEqual([
    'attempt started',
    'attempt submitted',
    'grade graded',
    'attempt graded',
  ]);
});

describe('an attempt has exactly one grade', () => {
  const grades = async (attemptId: string) => {
    const [stored] = await school.sql<{ n: number }>('select count(*)::int as n from assessment.grade where attempt_id = $1', [attemptId]);
    const said = (await school.said('attempt.graded')).filter((item) => item.attemptId === attemptId);
    return { stored: stored!.n, said: said.length };
  };
  const orderAgain = (attemptIds: readonly string[]) =>
    school.sql(`insert into platform.job (id, kind, subject) select gen_random_uuid(), 'assessment.grade-attempts', unnest($1::text[])`, [
      attemptIds,
    ]);

  it('when it is ordered again', async () => {
    const { attempt, client } = await submitted(1, 0.5);
    await orderAgain([attempt.id]);
    await school.settle();
    await school.sql(`update assessment.answer set truth = true where attempt_id = $1`, [attempt.id]);
    await orderAgain([attempt.id]);
    await school.settle();
    expect(await grades(attempt.id)).toEqual({ stored: 1, said: 1 });
    expect((await result(client, attempt.id)).score).toBe(1);
  });

  it.each([
    ['the grader fails at its last step', `raise exception 'fault'`],
    ['its connection dies at its last step', `perform pg_terminate_backend(pg_backend_pid())`],
  ])('when %s', async (_, fault) => {
    const { attempt } = await submitted(1, 0.5);
    await school.sql(
      `create sequence testing.faults; grant usage on schema testing to public; grant usage on sequence testing.faults to public`,
    );
    // A sequence is not rolled back, so the fault strikes once.
    await school.sql(`create function testing.strike() returns trigger language plpgsql security definer as $$ begin
      if new.name = 'attempt.graded' and nextval('testing.faults') = 1 then ${fault}; end if; return new; end $$;
      create trigger strike before insert on platform.event for each row execute function testing.strike()`);
    await school.settle();
    const [struck] = await school.sql<{ last_value: string }>('select last_value from testing.faults');
    await school.sql('drop trigger strike on platform.event; drop function testing.strike; drop sequence testing.faults');
    expect(Number(struck!.last_value)).toBeGreaterThan(1);
    expect(await grades(attempt.id)).toEqual({ stored: 1, said: 1 });
  });

  it('with two graders at work on the same attempts at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => submitted(2, 0.5)));
    const ids = all.map(({ attempt }) => attempt.id);
    await orderAgain(ids);
    await orderAgain(ids);
    await Promise.all(Array.from({ length: 4 }, () => school.runner.drain('assessment.grade-attempts')));
    await school.settle();
    expect(await Promise.all(ids.map(grades))).toEqual(ids.map(() => ({ stored: 1, said: 1 })));
  });
});

it('keeps the version that was drawn: a change of key afterwards does not touch the attempt', async () => {
  const bank = (await author.post('/api/assessment/banks', { title: 'Versions' }).expect<{ id: string }>(201)).body.id;
  const question = aStatement(true);
  const { id } = (await author.post(`/api/assessment/banks/${bank}/questions`, question).expect<{ id: string }>(201)).body;
  const quiz = (await author.post('/api/assessment/quizzes', { title: 'Q', bankId: bank, passingScore: 1 }).expect<{ id: string }>(201))
    .body.id;
  const before = await enrolledFor(school, quiz);
  const after = await enrolledFor(school, quiz);
  const first = await begin(before.client, quiz, before);
  await author.put(`/api/assessment/banks/${bank}/questions/${id}`, { ...question, correct: false }).expect(200);
  const second = await begin(after.client, quiz, after);
  await inOrder([first, second], async (attempt) => {
    const { client } = attempt === first ? before : after;
    await answer(client, attempt.id, id, true);
    await submit(client, attempt.id);
  });
  await school.settle();
  expect((await result(before.client, first.id)).passed).toBe(true);
  expect((await result(after.client, second.id)).passed).toBe(false);
});

it('leaves an audit chain that verifies', async () => {
  const pool = new pg.Pool({ connectionString: school.runtime.settings.databaseUrl, max: 1 });
  const report = await verifyAudit(pool);
  await pool.end();
  expect(report.broken).toBeUndefined();
  expect(report.items).toBeGreaterThan(100);
});
