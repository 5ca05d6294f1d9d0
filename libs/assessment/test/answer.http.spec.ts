import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { AssessmentModule } from '@aula/assessment';
import { anActor, house } from '@aula/testing';
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
  submit,
} from './builders.js';

const school = await house(AssessmentModule);
await neighbours(school);
const author = school.as(anAuthor());
const everyKind = [aSingleChoice(), aMultipleChoice(), aStatement(true), aNumber(), aShortAnswer([['x', 100]])];

/** An open attempt with a question of each kind. */
const sitting = async () => {
  const quiz = await aQuiz(author, everyKind);
  const learner = await enrolledFor(school, quiz);
  const attempt = await begin(learner.client, quiz, learner);
  const [single, multiple, statement, number, short] = attempt.questions.map(({ id }) => id) as [string, string, string, string, string];
  const put = (questionId: string, response: unknown, sequence = 1) =>
    learner.client.put(`/api/assessment/attempts/${attempt.id}/answers/${questionId}`, { sequence, response });
  return { ...learner, attempt, single, multiple, statement, number, short, put };
};
const kept = async ({ client, attempt }: Awaited<ReturnType<typeof sitting>>) =>
  (await result(client, attempt.id)).questions!.map(({ response, sequence }) => [response, sequence]);
const late = (attemptId: string) =>
  school.sql<{ sequence: number; truth: boolean | null }>(`select sequence, truth from assessment.late_answer where attempt_id = $1`, [
    attemptId,
  ]);
const runOut = (id: string, seconds: number) =>
  school.sql(`update assessment.attempt set deadline = clock_timestamp() - make_interval(secs => $2) where id = $1`, [id, seconds]);

it('saves an answer of each kind, and takes one back', async () => {
  const sat = await sitting();
  const { attempt, client } = sat;
  await answer(client, attempt.id, sat.single, 2);
  await answer(client, attempt.id, sat.multiple, [4, 0]);
  await answer(client, attempt.id, sat.statement, false);
  await answer(client, attempt.id, sat.number, -1.5e-3);
  await answer(client, attempt.id, sat.short, '  dos\t palabras ');
  expect(await kept(sat)).toEqual([
    [2, 1],
    [[4, 0], 1],
    [false, 1],
    [-0.0015, 1],
    ['dos palabras', 1],
  ]);
  await answer(client, attempt.id, sat.number, null, 2);
  await answer(client, attempt.id, sat.multiple, [], 2);
  expect((await kept(sat)).slice(1, 4)).toEqual([
    [[], 2],
    [false, 1],
    [null, 2],
  ]);
});

it('keeps the highest sequence: an older answer that arrives late changes nothing and learns so', async () => {
  const sat = await sitting();
  expect(await answer(sat.client, sat.attempt.id, sat.number, 1, 5)).toBe(5);
  expect(await answer(sat.client, sat.attempt.id, sat.number, 2, 3)).toBe(5);
  expect(await answer(sat.client, sat.attempt.id, sat.number, 3, 5)).toBe(5);
  expect((await kept(sat))[3]).toEqual([1, 5]);
  expect(await answer(sat.client, sat.attempt.id, sat.number, 4, 6)).toBe(6);
  expect((await kept(sat))[3]).toEqual([4, 6]);
});

it('any interleaving of answers ends with the highest sequence of each question', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const one = fc.record({ question: fc.integer({ min: 0, max: 1 }), sequence: fc.integer({ min: 1, max: 12 }), pause: fc.boolean() });
  const property = fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 40 }), async (answers) => {
    const sat = await sitting();
    const places = [sat.number, sat.statement];
    const sent: Promise<number>[] = [];
    for (const { question, sequence, pause } of answers) {
      const response = question === 0 ? sequence : sequence % 2 === 0;
      sent.push(answer(sat.client, sat.attempt.id, places[question]!, response, sequence));
      if (pause) await sent.at(-1);
    }
    const acknowledged = await Promise.all(sent);
    const highest = (question: number) => Math.max(0, ...answers.filter((each) => each.question === question).map((each) => each.sequence));
    acknowledged.forEach((sequence, index) => expect(sequence).toBeGreaterThanOrEqual(answers[index]!.sequence));
    const [, , statement, number] = await kept(sat);
    expect(number).toEqual([highest(0) || null, highest(0)]);
    expect(statement).toEqual([highest(1) === 0 ? null : highest(1) % 2 === 0, highest(1)]);
  });
  await fc.assert(property, { seed, numRuns: 25, interruptAfterTimeLimit: 20_000 }).catch((error: Error) => {
    throw new Error(`seed ${seed}: ${error.message}`);
  });
});

describe('a response of the wrong type', () => {
  type Sat = Awaited<ReturnType<typeof sitting>>;
  it.each<[string, (sat: Sat) => string, unknown]>([
    ['text for single choice', ({ single }) => single, 'right'],
    ['a list for single choice', ({ single }) => single, [0]],
    ['a choice that is not there', ({ single }) => single, 3],
    ['half a choice', ({ single }) => single, 0.5],
    ['a choice below the first', ({ single }) => single, -1],
    ['a choice beyond all numbers', ({ single }) => single, 1e300],
    ['a number for multiple choice', ({ multiple }) => multiple, 1],
    ['the same choice twice', ({ multiple }) => multiple, [1, 1]],
    ['a choice of many that is not there', ({ multiple }) => multiple, [0, 5]],
    ['a number for true-false', ({ statement }) => statement, 1],
    ['text for a number', ({ number }) => number, '3.14'],
    ['a number for short answer', ({ short }) => short, 3],
    ['a boolean for short answer', ({ short }) => short, true],
  ])('is refused: %s', async (_, question, response) => {
    const sat = await sitting();
    const problem = await sat.put(question(sat), response).expectProblem(400, 'answer.wrong-kind');
    expect(problem.errors).toEqual([expect.objectContaining({ path: 'response' })]);
    expect((await kept(sat)).every(([saved, sequence]) => saved === null && sequence === 0)).toBe(true);
  });

  it.each([
    ['an object', { $ne: 1 }],
    ['a nested list', [[1]]],
    ['control characters', 'a\u0000b'],
    ['too long a text', 'x'.repeat(20_001)],
  ])('is refused before it reaches the database: %s', async (_, response) => {
    const sat = await sitting();
    await sat.put(sat.short, response).expectProblem(400, 'invalid-request');
  });

  it('does not hold up the answers that share its statement', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, sitting));
    const statuses = await Promise.all(
      all.flatMap((sat, index) => [
        sat.put(sat.number, index % 2 === 0 ? 1 : 'one').whatever(),
        sat.put(sat.statement, true).whatever(),
        sat.put(sat.attempt.id, true).whatever(),
      ]),
    );
    expect(statuses.map(({ status }) => status)).toEqual(all.flatMap((_, index) => [index % 2 === 0 ? 200 : 400, 200, 404]));
  });
});

it('finds neither another’s attempt nor a question that was not drawn, and takes no further members', async () => {
  const [sat, other] = [await sitting(), await sitting()];
  const path = `/api/assessment/attempts/${sat.attempt.id}/answers`;
  await school.as(anActor()).put(`${path}/${sat.number}`, { sequence: 1, response: 1 }).expectProblem(404, 'not-found');
  await author.put(`${path}/${sat.number}`, { sequence: 1, response: 1 }).expectProblem(404, 'not-found');
  await sat.client.put(`${path}/${other.number}`, { sequence: 1, response: 1 }).expectProblem(404, 'not-found');
  await sat.client
    .put(`${path}/${sat.number}`, { sequence: 1, response: 1, score: 100, weight: 100 })
    .expectProblem(400, 'invalid-request');
  await sat.client.put(`${path}/${sat.number}`, { sequence: 0, response: 1 }).expectProblem(400, 'invalid-request');
  expect((await kept(sat))[3]).toEqual([null, 0]);
});

describe('after the end', () => {
  it('an answer within the grace counts, one behind it is kept as evidence only', async () => {
    const sat = await sitting();
    await runOut(sat.attempt.id, 3);
    await sat.put(sat.statement, true, 1).expect(200);
    await runOut(sat.attempt.id, 6);
    const problem = await sat.put(sat.statement, false, 2).expectProblem(409, 'attempt.closed');
    expect(problem.detail).toMatch(/constancia/);
    await sat.put(sat.statement, true, 4).expectProblem(409, 'attempt.closed');
    await sat.put(sat.statement, false, 3).expectProblem(409, 'attempt.closed');
    expect(await late(sat.attempt.id)).toEqual([{ sequence: 4, truth: true }]);
    expect((await kept(sat))[2]).toEqual([true, 1]);
  });

  it('an answer to a submitted attempt is evidence only, and does not move the grade', async () => {
    const sat = await sitting();
    await answer(sat.client, sat.attempt.id, sat.statement, false);
    await submit(sat.client, sat.attempt.id);
    await sat.put(sat.statement, true, 2).expectProblem(409, 'attempt.closed');
    await school.settle();
    await sat.put(sat.statement, true, 3).expectProblem(409, 'attempt.closed');
    expect((await result(sat.client, sat.attempt.id)).score).toBe(0);
    expect(await late(sat.attempt.id)).toEqual([{ sequence: 3, truth: true }]);
  });

  it('the repeat of an answer that was kept in time is acknowledged again', async () => {
    const sat = await sitting();
    await answer(sat.client, sat.attempt.id, sat.statement, true, 4);
    await submit(sat.client, sat.attempt.id);
    expect(await answer(sat.client, sat.attempt.id, sat.statement, true, 4)).toBe(4);
    await sat.put(sat.statement, false, 4).expectProblem(409, 'attempt.closed');
    expect(await late(sat.attempt.id)).toEqual([{ sequence: 4, truth: false }]);
  });
});

it('an answer that meets a submission in progress is asked to come again, and holds up no other', async () => {
  const [busy, free] = [await sitting(), await sitting()];
  const submission = new pg.Client({ connectionString: school.runtime.settings.databaseUrl });
  await submission.connect();
  await submission.query('begin');
  await submission.query(`select 1 from assessment.attempt where id = $1 for no key update`, [busy.attempt.id]);
  const [refused, saved] = await Promise.all([busy.put(busy.statement, true).whatever(), free.put(free.statement, true).whatever()]);
  await submission.query('rollback');
  await submission.end();
  expect([refused.status, refused.headers['retry-after'], saved.status]).toEqual([503, '1', 200]);
  await busy.put(busy.statement, true).expect(200);
});

it('no acknowledged answer is missing from the grade, though submission comes in the middle of them', async () => {
  const quiz = await aQuiz(
    author,
    Array.from({ length: 20 }, () => aStatement(true)),
  );
  const learners = await Promise.all(Array.from({ length: 6 }, () => enrolledFor(school, quiz)));
  const counts = await Promise.all(
    learners.map(async (learner, turn) => {
      const attempt = await begin(learner.client, quiz, learner);
      const saved: Promise<number>[] = [];
      for (const [place, question] of attempt.questions.entries()) {
        const path = `/api/assessment/attempts/${attempt.id}/answers/${question.id}`;
        saved.push(
          learner.client
            .put(path, { sequence: 1, response: true })
            .whatever()
            .then(({ status }) => status),
        );
        if (place === 5 + turn * 2) saved.push(submit(learner.client, attempt.id).then(() => 0));
        if (place % 3 === turn % 3) await saved.at(-1);
      }
      const acknowledged = (await Promise.all(saved)).filter((status) => status === 200).length;
      return { attempt, learner, acknowledged };
    }),
  );
  await school.settle();
  const scores = await Promise.all(counts.map(({ learner, attempt }) => result(learner.client, attempt.id).then(({ score }) => score)));
  expect(scores).toEqual(counts.map(({ acknowledged }) => acknowledged));
});
