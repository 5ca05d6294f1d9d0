import { describe, expect, it } from '@jest/globals';
import { AssessmentModule } from '@aula/assessment';
import type { AttemptReview, AttemptView, EditionResults, QuizResults, QuizWish, Page, ResultAttempt } from '@aula/contracts';
import { inOrder } from '@aula/platform';
import { anActor, house } from '@aula/testing';
import {
  anAuthor,
  anInstructor,
  answer,
  aQuiz,
  aSingleChoice,
  aStatement,
  begin,
  enrolledFor,
  inHours,
  neighbours,
  result,
  shown,
  submit,
} from './builders.js';

const school = await house(AssessmentModule);
await neighbours(school);
await school.publishes('catalog.pub_course_version', []);
await school.publishes('identity.pub_person', []);
const author = school.as(anAuthor());

/** People of one edition, each with so many of three questions right. */
const edition = async (rights: readonly number[], more: Partial<QuizWish> = {}) => {
  const quizId = await aQuiz(author, [aStatement(true), aStatement(true), aSingleChoice({ feedback: 'See article 3' })], more);
  const first = await enrolledFor(school, quizId);
  await school.publishes('catalog.pub_course_version', [
    {
      id: first.courseVersionId,
      course_id: school.runtime.ids.next(),
      number: 1,
      code: 'C',
      title: { es: 'Curso' },
      languages: ['es'],
      hours: 1,
    },
  ]);
  const sat = await inOrder(rights.entries(), async ([at, right]) => {
    const learner = at === 0 ? first : await enrolledFor(school, quizId, { edition: first });
    const person = { id: learner.actor.personId, given_name: at === 0 ? '=1+1' : `P${at}`, family_name: 'X', email: `p${at}@x.example` };
    await school.publishes('identity.pub_person', [
      { ...person, language: 'es', institution_path: [], active: true, sort_name: `x p${at}` },
    ]);
    const attempt = await begin(learner.client, quizId, learner);
    await inOrder(attempt.questions.entries(), ([place, question]) =>
      answer(
        learner.client,
        attempt.id,
        question.id,
        question.kind === 'true-false' ? place < right : shown(question, right > place ? 'right' : 'wrong'),
      ),
    );
    await submit(learner.client, attempt.id);
    return { ...learner, attemptId: attempt.id };
  });
  await school.settle();
  return { ...first, quizId, sat, path: `/api/assessment/editions/${first.editionId}/results` };
};

it('counts the people of an edition in each of its quizzes', async () => {
  const { path, unitId } = await edition([3, 3, 1, 0], { passingScore: 0.6 });
  const results = (await author.get(path).expect<EditionResults>(200)).body;
  expect(results).toMatchObject({ enrolled: 4, courseTitle: { es: 'Curso' } });
  expect(results.quizzes).toEqual([expect.objectContaining({ unitId, started: 4, handedIn: 4, graded: 4, passed: 2, beingMarked: 0 })]);
});

it('shows how scores are spread, how each question did, and the attempts behind a number', async () => {
  const { path, unitId } = await edition([3, 3, 3, 2, 1, 0], { passingScore: 0.6 });
  const results = (await author.get(`${path}/${unitId}`).expect<QuizResults>(200)).body;
  expect(results).toMatchObject({ people: 6, passed: 4, attempts: 6, attemptsEach: [{ attempts: 1, people: 6 }], lookedInto: 6 });
  expect(results.median).toBeCloseTo(5 / 6);
  expect(results.distribution.map(({ people }) => people)).toEqual([1, 0, 0, 1, 0, 0, 1, 0, 0, 3]);
  const single = results.questions.find(({ kind }) => kind === 'single-choice')!;
  expect(single).toMatchObject({ asked: 6, answered: 6, facility: 0.5, discrimination: null });
  expect(single.choices).toEqual([
    { text: 'right', taken: 3, right: true },
    { text: 'wrong', taken: 3, right: false },
    { text: 'half', taken: 0, right: true },
  ]);
  const behind = async (filter: string) =>
    (await author.get(`${path}/${unitId}/attempts?${filter}`).expect<Page<ResultAttempt>>(200)).body.items.length;
  expect([await behind('passed=true'), await behind('from=0.9&to=1&best=true'), await behind('from=0.3&to=0.4')]).toEqual([4, 3, 1]);
  expect(single).toMatchObject({ right: 3, partly: 0, wrong: 3 });
  const answered = (filter: string) => behind(`questionId=${single.id}&${filter}`);
  expect([
    await answered(''),
    await answered('answered=right'),
    await answered('answered=wrong'),
    await answered('answered=blank'),
  ]).toEqual([6, 3, 3, 0]);
  expect([await answered('taken=1'), await answered('taken=2'), await answered('taken=0&passed=false')]).toEqual([3, 0, 0]);
  const wrongs = (await author.get(`${path}/${unitId}/attempts.csv?questionId=${single.id}&answered=wrong`).whatever()).text;
  expect(wrongs.split('\r\n')).toHaveLength(5);
  const csv = (await author.get(`${path}/${unitId}/attempts.csv`).whatever()).text;
  expect(csv.split('\r\n')).toHaveLength(8);
  expect(csv).toContain(`"'=1+1 X"`);
});

it('opens for each number of people as many lines, one of each person', async () => {
  const { path, unitId, quizId, sat } = await edition([3, 0, 0], { passingScore: 0.6, attemptsAllowed: 3 });
  const again = await begin(sat[1]!.client, quizId, sat[1]!);
  await submit(sat[1]!.client, again.id);
  await school.settle();
  const open = await begin(sat[2]!.client, quizId, sat[2]!);
  const [quiz] = (await author.get(path).expect<EditionResults>(200)).body.quizzes;
  expect(quiz).toMatchObject({ started: 3, handedIn: 3, passed: 1 });
  const behind = async (filter: string) =>
    (await author.get(`${path}/${unitId}/attempts?${filter}`).expect<Page<ResultAttempt>>(200)).body.items.map(
      ({ attemptId }) => attemptId,
    );
  expect(await behind('latest=started')).toEqual([open.id, again.id, sat[0]!.attemptId]);
  expect(await behind('latest=handed-in')).toEqual([again.id, sat[2]!.attemptId, sat[0]!.attemptId]);
  expect(await behind('passed=true&best=true')).toEqual([sat[0]!.attemptId]);
});

it('writes all attempts while they are read, however many, and says first that there is no such edition', async () => {
  const { path, unitId } = await edition([1]);
  const { headers } = await author.get(`${path}/${unitId}/attempts.csv`).whatever();
  expect(headers['content-disposition']).toContain(`results-${unitId}.csv`);
  expect(headers['content-length']).toBeUndefined();
  await school.as(anInstructor()).get(`${path}/${unitId}/attempts.csv`).expectProblem(404, 'not-found');
});

it('is for those who teach the edition; the key for those who may author the quiz', async () => {
  const { path, unitId, editionId, client } = await edition([3, 0]);
  await client.get(path).expectProblem(403, 'forbidden');
  await school.as(anInstructor()).get(path).expectProblem(404, 'not-found');
  const here = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'edition', id: editionId } }] }));
  const { questions } = (await here.get(`${path}/${unitId}`).expect<QuizResults>(200)).body;
  expect(questions.flatMap(({ choices }) => choices.map(({ right }) => right)).every((right) => right === null)).toBe(true);
});

it('gives everybody their own attempts, as a list and as a table, with what is released of them', async () => {
  const shown = (await edition([2], { release: 'score' })).sat[0]!;
  const withheld = (await edition([2], { release: 'none' })).sat[0]!;
  const own = async ({ client }: typeof shown): Promise<string[]> =>
    (await client.with({ 'accept-language': 'en' }).get('/api/assessment/me/attempts.csv').expect(200)).text.trim().split('\r\n').slice(1);
  expect(await own(shown)).toEqual([expect.stringMatching(/^Prueba,1,graded,2,3,[01],2/)]);
  expect(await own(withheld)).toEqual([expect.stringMatching(/^Prueba,1,graded,,,,2/)]);
  const list = (await shown.client.get('/api/assessment/attempts?mine=true').expect<Page<AttemptView>>(200)).body.items;
  expect(list.map(({ id }) => id)).toEqual([shown.attemptId]);
  await shown.client.get('/api/assessment/attempts').expectProblem(400, 'invalid-request');
});

describe('what a learner sees of a graded attempt', () => {
  const seen = async (more: Partial<QuizWish>) => {
    const { sat } = await edition([1], more);
    const { client, attemptId } = sat[0]!;
    const review = (await client.get(`/api/assessment/attempts/${attemptId}/review`).expect<AttemptReview>(200)).body;
    return { review, attempt: await result(client, attemptId), attemptId };
  };
  it('nothing but that it was handed in', async () => {
    const { review, attempt } = await seen({ release: 'none' });
    expect(attempt).toMatchObject({ state: 'graded', score: null, maxScore: null, passed: null, released: 'none', releasedAt: null });
    expect(review).toMatchObject({ released: 'none', questions: [] });
  });
  it('the score alone', async () => {
    const { review, attempt } = await seen({ release: 'score' });
    expect(attempt).toMatchObject({ score: 1, maxScore: 3, passed: false });
    expect(review.questions).toEqual([]);
  });
  it('each question with its key and feedback', async () => {
    const { review } = await seen({ release: 'answers' });
    expect(review.questions.map(({ score }) => score)).toEqual([1, 0, 0]);
    expect(review.questions.map(({ truth }) => truth)).toEqual([true, true, null]);
    expect(review.questions[2]).toMatchObject({ feedback: 'See article 3' });
    expect(review.questions[2]!.choices.find(({ text }) => text === 'right')).toMatchObject({ right: true });
  });
  it('nothing before the edition is closed, where the quiz says so', async () => {
    const { attempt, review, attemptId } = await seen({ release: 'answers', releaseAt: 'closed' });
    expect(attempt).toMatchObject({ score: null, released: 'none', releasedAt: expect.stringMatching(/Z$/) });
    expect(review.questions).toEqual([]);
    expect((await author.get(`/api/assessment/attempts/${attemptId}/review`).expect<AttemptReview>(200)).body.questions).toHaveLength(3);
    await school.sql(`update testing.enrollment_pub_enrollment set closes_at = $1`, [inHours(-1)]);
  });
});
