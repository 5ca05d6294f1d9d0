import { expect, it } from '@jest/globals';
import { AssessmentModule } from '@aula/assessment';
import type { AttemptView, QuestionCreate } from '@aula/contracts';
import { openLog } from '@aula/platform';
import { house, type Client } from '@aula/testing';
import { anAuthor, aQuiz, begin, enrolledFor, neighbours, shown } from './builders.js';

const logged: string[] = [];
const log = openLog('trace', 'assessment', { write: (line: string) => logged.push(line) });
const school = await house(AssessmentModule, { drivers: { log } });
await neighbours(school);
const author = school.as(anAuthor());

/** Every text, number and name of a key that a learner must never see. */
const canaries = ['CANARY', '77.7', '-66.6', '31337', 'weight', 'feedback', 'correct', 'accepted', 'pattern', 'minimum', 'version'];
const choice = (text: string, weight: number) => ({ text, weight, feedback: `CANARY feedback of ${text}` });
const questions: QuestionCreate[] = [
  {
    kind: 'single-choice',
    title: 'CANARY title',
    text: 'One',
    feedback: 'CANARY general',
    choices: [choice('a', 100), choice('b', -66.6), choice('c', 77.7)],
  },
  { kind: 'multiple-choice', text: 'Two', feedback: 'CANARY general', choices: [choice('d', 77.7), choice('e', 22.3), choice('f', -66.6)] },
  { kind: 'true-false', text: 'Three', correct: true, choices: [choice('true', 0), choice('false', 0)] },
  { kind: 'numeric', text: 'Four', accepted: [{ minimum: 31_337, maximum: 31_338, weight: 100, feedback: 'CANARY' }] },
  { kind: 'short-answer', text: 'Five', texts: [{ text: 'CANARY*', weight: 100, feedback: 'CANARY' }] },
];

/** Does everything that a learner can do and returns every byte that was answered. */
const sit = async (client: Client, quiz: string, learner: { enrollmentId: string; unitId: string }): Promise<string[]> => {
  const seen: string[] = [];
  const keep = async (asked: { whatever: () => Promise<{ text: string; headers: object }> }): Promise<void> => {
    const { text, headers } = await asked.whatever();
    seen.push(text, JSON.stringify(headers));
  };
  const attempt = await begin(client, quiz, learner);
  seen.push(JSON.stringify(attempt));
  const path = `/api/assessment/attempts/${attempt.id}`;
  const responses = attempt.questions.map((question) =>
    question.choices.length === 0
      ? question.kind === 'true-false'
        ? true
        : question.kind === 'numeric'
          ? 1
          : 'x'
      : shown(question, question.choices[0]!.text),
  );
  for (const [place, question] of attempt.questions.entries()) {
    const response = question.kind === 'multiple-choice' ? [responses[place]] : responses[place];
    await keep(client.put(`${path}/answers/${question.id}`, { sequence: 1, response }));
    await keep(client.put(`${path}/answers/${question.id}`, { sequence: 2, response: { wrong: true } }));
    await keep(client.put(`${path}/answers/${question.id}`, { sequence: 2, response: [99, 99] }));
  }
  const reads = [path, `/api/assessment/attempts?enrollmentId=${learner.enrollmentId}`, `/api/assessment/quizzes/${quiz}`];
  for (const read of reads) await keep(client.get(read));
  await keep(client.post(`${path}/submission`, { score: 100, answers: [] }));
  await keep(client.put(`${path}/answers/${attempt.questions[0]!.id}`, { sequence: 9, response: 0 }));
  for (const read of reads) await keep(client.get(read));
  await school.settle();
  for (const read of reads) await keep(client.get(read));
  const bankId = (await client.get(`/api/assessment/quizzes/${quiz}`).expect<{ bankId: string }>(200)).body.bankId;
  for (const closed of ['', '/questions', '/imports/0190c0de-0000-7000-8000-000000000001'])
    await keep(client.get(`/api/assessment/banks/${bankId}${closed}`));
  return seen;
};

it('shows a learner nothing of the key in any answer of a whole attempt', async () => {
  const quiz = await aQuiz(author, questions, { attemptsAllowed: 1 });
  const learner = await enrolledFor(school, quiz);
  const seen = await sit(learner.client, quiz, learner);
  expect(seen.length).toBeGreaterThan(40);
  for (const canary of canaries) expect(seen.filter((text) => text.includes(canary))).toEqual([]);
});

it('gives the same grade to a tampered submission', async () => {
  const quiz = await aQuiz(author, questions);
  const learner = await enrolledFor(school, quiz);
  const attempt = await begin(learner.client, quiz, learner);
  const forged = { score: 100, passed: true, answers: { [attempt.questions[0]!.id]: 0 }, key: 'mine', state: 'graded' };
  await learner.client.post(`/api/assessment/attempts/${attempt.id}/submission`, forged).whatever();
  await school.settle();
  const graded = (await learner.client.get(`/api/assessment/attempts/${attempt.id}`).expect<AttemptView>(200)).body;
  expect(graded).toMatchObject({ state: 'graded', score: 0, passed: false });
  await learner.client
    .post(`/api/assessment/quizzes/${quiz}/attempts`, { ...learner, actor: undefined, client: undefined, number: 9 })
    .expectProblem(400, 'invalid-request');
});

it('writes no answer to its log, also when the database refuses', async () => {
  const quiz = await aQuiz(author, [{ kind: 'short-answer', text: 'Six', texts: [{ text: 'x', weight: 100 }] }]);
  const learner = await enrolledFor(school, quiz);
  const attempt = await begin(learner.client, quiz, learner);
  const path = `/api/assessment/attempts/${attempt.id}/answers/${attempt.questions[0]!.id}`;
  await learner.client.put(path, { sequence: 1, response: 'SECRET RESPONSE' }).expect(200);
  await school.sql('alter table assessment.answer add constraint fault check (sequence < 2) not valid');
  await learner.client.put(path, { sequence: 2, response: 'SECRET RESPONSE' }).expect(500);
  await school.sql('alter table assessment.answer drop constraint fault');
  expect(logged.filter((line) => line.includes('a request failed'))).toHaveLength(1);
  expect(logged.filter((line) => line.includes('SECRET'))).toEqual([]);
});
