import { expect, it } from '@jest/globals';
import { AssessmentModule } from '@aula/assessment';
import type { AnswerResponse, AttemptQuestionView, QuizTrial, QuizTrialResult } from '@aula/contracts';
import { house } from '@aula/testing';
import {
  anAuthor,
  anEssay,
  anInstructor,
  aNumber,
  aQuiz,
  aShortAnswer,
  aSingleChoice,
  aStatement,
  enrolledFor,
  neighbours,
  shown,
} from './builders.js';

const school = await house(AssessmentModule);
await neighbours(school);
const author = school.as(anAuthor());
const begin = async (quiz: string): Promise<QuizTrial> =>
  (await author.post(`/api/assessment/quizzes/${quiz}/trials`, { language: 'es' }).expect<QuizTrial>(200)).body;
const judge = async (quiz: string, { paper, questions }: QuizTrial, answer: (question: AttemptQuestionView) => AnswerResponse) =>
  (
    await author
      .post(`/api/assessment/quizzes/${quiz}/trial-results`, { paper, responses: questions.map(answer) })
      .expect<QuizTrialResult>(200)
  ).body;
const right = (question: AttemptQuestionView): AnswerResponse => {
  if (question.kind === 'single-choice') return shown(question, 'right');
  if (question.kind === 'true-false') return true;
  return question.kind === 'numeric' ? 3.14 : ' LIMA ';
};

it('lets an author walk a quiz as a learner would, tells how it would be graded and why, and keeps nothing', async () => {
  const questions = [aSingleChoice({ feedback: 'See article 3' }), aStatement(true), aNumber(), aShortAnswer([['lima', 100]])];
  const quiz = await aQuiz(author, questions, { pick: 4 });
  const trial = await begin(quiz);
  expect(trial).toMatchObject({ points: 4 });
  expect(JSON.stringify(trial)).not.toMatch(/weight|correct|article 3/);
  const good = await judge(quiz, trial, right);
  expect(good).toMatchObject({ score: 4, maxScore: 4, passed: true });
  const single = good.questions.find(({ kind }) => kind === 'single-choice')!;
  expect(single.feedback).toBe('See article 3');
  expect(
    single.choices
      .filter(({ right: is }) => is)
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['half', 'right']);
  const poor = await judge(quiz, trial, (question) => (question.kind === 'single-choice' ? shown(question, 'half') : null));
  expect(poor).toMatchObject({ score: 0.5, passed: false });
  // an answer that does not fit its question is none
  expect((await judge(quiz, trial, () => 'nonsense')).score).toBe(0);
  const [kept] = await school.sql<{ n: number }>(
    `select (select count(*) from assessment.attempt)::int + (select count(*) from assessment.answer)::int as n`,
  );
  expect(kept!.n).toBe(0);
});

it('leaves essays to people, and says of an empty quiz that it is', async () => {
  const quiz = await aQuiz(author, [anEssay(), aStatement(true)]);
  const trial = await begin(quiz);
  const result = await judge(quiz, trial, ({ kind }) => (kind === 'essay' ? 'Primero.\n\nSegundo.' : true));
  expect(result).toMatchObject({ score: 1, maxScore: 5, passed: null });
  expect(result.questions[0]).toMatchObject({ response: 'Primero.\n\nSegundo.', score: 0 });
  expect((await judge(quiz, trial, () => null)).passed).toBe(false);
  expect(await begin(await aQuiz(author, []))).toEqual({ questions: [], points: 0, paper: [] });
});

it('is for who may author the quiz, and only about its own questions', async () => {
  const quiz = await aQuiz(author, [aStatement(true)]);
  const trial = await begin(quiz);
  const path = `/api/assessment/quizzes/${quiz}`;
  await school.as(anInstructor()).post(`${path}/trials`, {}).expectProblem(404, 'not-found');
  const { client } = await enrolledFor(school, quiz);
  await client.post(`${path}/trials`, {}).expectProblem(403, 'forbidden');
  await client.post(`${path}/trial-results`, { paper: trial.paper, responses: [true] }).expectProblem(403, 'forbidden');
  const other = await begin(await aQuiz(author, [aStatement(true)]));
  await author.post(`${path}/trial-results`, { paper: other.paper, responses: [true] }).expectProblem(404, 'not-found');
  await author.post(`${path}/trial-results`, { paper: trial.paper, responses: [] }).expectProblem(400, 'invalid-request');
});
