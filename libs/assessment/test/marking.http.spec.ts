import { describe, expect, it } from '@jest/globals';
import { AssessmentModule } from '@aula/assessment';
import type { AttemptReview, MarkingGroupList, MarkingNext, MarkingTaken, MarkingTask, MarkingView, Page, QuizWish } from '@aula/contracts';
import { anActor, house, type Client } from '@aula/testing';
import { anAuthor, anEssay, anInstructor, answer, aQuiz, aStatement, begin, enrolledFor, neighbours, result, submit } from './builders.js';

const school = await house(AssessmentModule);
await neighbours(school);
await school.publishes('catalog.pub_course_version', []);
await school.publishes('identity.pub_person', []);
const author = school.as(anAuthor());
const marker = () => school.as(anActor({ roles: ['instructor'] }));

/** A statement of one point and an essay of four, sat and handed in by so many people of one edition. */
const handedIn = async (people: number, more: Partial<QuizWish> = {}, text = 'First.\n\nSecond  paragraph.') => {
  const quizId = await aQuiz(author, [aStatement(true), anEssay()], { passingScore: 0.6, ...more });
  const first = await enrolledFor(school, quizId);
  const others = await Promise.all(Array.from({ length: people - 1 }, () => enrolledFor(school, quizId, { edition: first })));
  const sat = await Promise.all(
    [first, ...others].map(async (learner) => {
      const attempt = await begin(learner.client, quizId, learner);
      const essay = attempt.questions.find(({ kind }) => kind === 'essay')!;
      await answer(learner.client, attempt.id, attempt.questions.find(({ kind }) => kind === 'true-false')!.id, true);
      if (text) await answer(learner.client, attempt.id, essay.id, text);
      await submit(learner.client, attempt.id);
      return { ...learner, attemptId: attempt.id, number: essay.number };
    }),
  );
  await school.settle();
  return { quizId, sat, one: sat[0]! };
};
type Sat = Awaited<ReturnType<typeof handedIn>>['one'];

const path = ({ attemptId, number }: Pick<Sat, 'attemptId' | 'number'>): string =>
  `/api/assessment/attempts/${attemptId}/markings/${number}`;
const next = async (client: Client, wish: MarkingNext = {}): Promise<MarkingTask | null> =>
  (await client.post('/api/assessment/markings/next', wish).expect<MarkingTaken>(200)).body.task;
const give = (client: Client, essay: Pick<Sat, 'attemptId' | 'number'>, points: number, more: object = {}) =>
  client.put(`${path(essay)}/mark`, { points, criteria: [Math.min(3, points), Math.max(0, points - 3)], ...more });

it('keeps an essay as it was written, lays it before the markers, and grades only when it is marked', async () => {
  const { one, quizId } = await handedIn(1);
  expect(await result(one.client, one.attemptId)).toMatchObject({ state: 'submitted', beingMarked: true, score: null });
  const task = await next(marker(), { quizId });
  expect(task).toMatchObject({
    ...{ attemptId: one.attemptId, response: 'First.\n\nSecond  paragraph.', words: 3, maxPoints: 4, state: 'first' },
    ...{ claim: 'own', wordLimit: 100, learner: null, own: null, others: [] },
  });
  await give(marker(), one, 4).expectProblem(409, 'marking.claimed');
  await school.sql(`update assessment.marking set claimed_until = clock_timestamp() - interval '1 second' where attempt_id = $1`, [
    one.attemptId,
  ]);
  await give(marker(), one, 2.5, { comment: 'Cite the law.' }).expect(200);
  await school.settle();
  expect(await result(one.client, one.attemptId)).toMatchObject({
    state: 'graded',
    score: 3.5,
    maxScore: 5,
    passed: true,
    beingMarked: false,
  });
  const said = (await school.said('attempt.graded')).filter(({ attemptId }) => attemptId === one.attemptId);
  expect(said).toEqual([expect.objectContaining({ score: 3.5, passed: true })]);
  const review = (await one.client.get(`/api/assessment/attempts/${one.attemptId}/review`).expect<AttemptReview>(200)).body;
  expect(review.questions).toEqual([
    expect.objectContaining({
      kind: 'essay',
      score: 2.5,
      comments: ['Cite the law.'],
      criteria: [expect.objectContaining({ earned: 2.5 }), expect.objectContaining({ earned: 0 })],
    }),
  ]);
});

it('grades an attempt whose essay was left blank at once', async () => {
  const { one } = await handedIn(1, {}, '');
  expect(await result(one.client, one.attemptId)).toMatchObject({ state: 'graded', score: 1, maxScore: 5 });
});

it('refuses points that do not fit the question or its criteria', async () => {
  const { one } = await handedIn(1);
  const client = marker();
  await client.put(`${path(one)}/mark`, { points: 5, criteria: [3, 2] }).expectProblem(400, 'marking.points-out-of-range');
  await client.put(`${path(one)}/mark`, { points: 4, criteria: [2, 2] }).expectProblem(400, 'marking.criteria-wrong');
  await client.put(`${path(one)}/mark`, { points: 4 }).expectProblem(400, 'marking.criteria-wrong');
});

describe('the queue', () => {
  it('gives two markers who ask at once different essays, and counts what is where', async () => {
    const { quizId, sat } = await handedIn(4);
    const markers = Array.from({ length: 3 }, marker);
    const taken = await Promise.all(markers.map((client) => next(client, { quizId })));
    expect(new Set(taken.map((task) => task!.attemptId)).size).toBe(3);
    const group = async (client: Client) =>
      (await client.get('/api/assessment/marking-groups').expect<MarkingGroupList>(200)).body.items.find((each) => each.quizId === quizId);
    expect(await group(markers[0]!)).toMatchObject({ waiting: 2, elsewhere: 2, marked: 0 });
    await give(markers[0]!, taken[0]!, 4).expect(200);
    expect(await group(markers[0]!)).toMatchObject({ waiting: 1, elsewhere: 2, marked: 1 });
    const list = async (state: string) =>
      (await markers[0]!.get(`/api/assessment/markings?quizId=${quizId}&state=${state}`).expect<Page<MarkingView>>(200)).body.items.length;
    expect([await list('waiting'), await list('elsewhere'), await list('marked'), await list('mine')]).toEqual([1, 2, 1, 1]);
    expect(sat).toHaveLength(4);
  });

  it('lets the essay go that one passes over, and offers it last', async () => {
    const { quizId } = await handedIn(2);
    const client = marker();
    const first = (await next(client, { quizId }))!;
    const second = (await next(client, { quizId, after: { attemptId: first.attemptId, number: first.number } }))!;
    expect(second.attemptId).not.toBe(first.attemptId);
    expect((await next(marker(), { quizId }))!.attemptId).toBe(first.attemptId);
    await client.delete(`${path(second)}/claim`).expect(204);
    await client.post(`${path(first)}/claim`).expectProblem(409, 'marking.claimed');
  });

  it('takes a mark back until the grade is given; nothing is graded meanwhile', async () => {
    const { one } = await handedIn(1);
    const client = marker();
    await give(client, one, 4).expect(200);
    const undone = (await client.delete(`${path(one)}/mark`).expect<MarkingTask>(200)).body;
    expect(undone).toMatchObject({ state: 'first', claim: 'own', own: null });
    await school.settle();
    expect((await result(one.client, one.attemptId)).state).toBe('submitted');
    await give(client, one, 1).expect(200);
    await give(client, one, 2).expect(200);
    await school.settle();
    expect((await result(one.client, one.attemptId)).score).toBe(3);
    await client.delete(`${path(one)}/mark`).expectProblem(409, 'marking.graded');
  });

  it('is closed to learners, and to instructors of other courses', async () => {
    const { one, quizId } = await handedIn(1);
    await one.client.get(path(one)).expectProblem(403, 'forbidden');
    const stranger = school.as(anInstructor());
    await stranger.get(path(one)).expectProblem(404, 'not-found');
    expect(await next(stranger, { quizId })).toBeNull();
    const here = anActor({ grants: [{ role: 'instructor', scope: { kind: 'edition', id: one.editionId } }] });
    expect((await next(school.as(here), { quizId }))?.attemptId).toBe(one.attemptId);
  });

  it('shows whose answer it is only when asked, and to who may know', async () => {
    const { one } = await handedIn(1);
    await school.publishes('identity.pub_person', [
      {
        id: one.actor.personId,
        email: 'a@b.example',
        given_name: 'Ana',
        family_name: 'Sol',
        language: 'es',
        institution_path: [],
        active: true,
        sort_name: 'sol ana',
      },
    ]);
    const named = async (client: Client) => (await client.get(`${path(one)}?name=true`).expect<MarkingTask>(200)).body;
    expect(await named(author)).toMatchObject({ learner: 'Ana Sol', may: ['name'] });
    const here = anActor({ grants: [{ role: 'instructor', scope: { kind: 'edition', id: one.editionId } }] });
    expect(await named(school.as(here))).toMatchObject({ learner: null, may: [] });
  });
});

describe('two markers', () => {
  const rule = { markers: 2 as const, markTolerance: 0.25 };
  it('who are close make the mean, and neither sees the other before', async () => {
    const { one } = await handedIn(1, rule);
    const [a, b] = [marker(), marker()];
    await give(a, one, 3).expect(200);
    await a.post(`${path(one)}/claim`).expectProblem(409, 'marking.already-marked');
    expect((await b.get(path(one)).expect<MarkingTask>(200)).body).toMatchObject({ state: 'second', own: null, others: [] });
    await give(b, one, 4).expect(200);
    await school.settle();
    expect((await result(one.client, one.attemptId)).score).toBe(4.5);
  });

  it('who are far apart call a third, who sees both and decides', async () => {
    const { one } = await handedIn(1, rule);
    const [a, b, c] = [marker(), marker(), marker()];
    await give(a, one, 1).expect(200);
    await give(b, one, 4).expect(200);
    await school.settle();
    expect((await result(one.client, one.attemptId)).state).toBe('submitted');
    expect((await c.get(path(one)).expect<MarkingTask>(200)).body.others.map(({ points }) => points)).toEqual([1, 4]);
    await give(c, one, 3).expect(200);
    await school.settle();
    expect((await result(one.client, one.attemptId)).score).toBe(4);
  });

  it('who both finish an attempt of two essays at the same moment leave one grade', async () => {
    const quizId = await aQuiz(author, [anEssay(), anEssay()]);
    const learner = await enrolledFor(school, quizId);
    const attempt = await begin(learner.client, quizId, learner);
    for (const { id } of attempt.questions) await answer(learner.client, attempt.id, id, 'Words');
    await submit(learner.client, attempt.id);
    await school.settle();
    await Promise.all([1, 2].map((number) => give(marker(), { attemptId: attempt.id, number }, 3).expect(200)));
    await school.settle();
    expect((await school.said('attempt.graded')).filter(({ attemptId }) => attemptId === attempt.id)).toEqual([
      expect.objectContaining({ score: 6, maxScore: 8 }),
    ]);
  });
});

it('changes a given grade with a reason, by who may author the quiz, and says so', async () => {
  const { one } = await handedIn(1);
  await give(marker(), one, 0).expect(200);
  await school.settle();
  expect(await result(one.client, one.attemptId)).toMatchObject({ score: 1, passed: false });
  const here = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'edition', id: one.editionId } }] }));
  await give(here, one, 4, { reason: 'Overlooked a page' }).expectProblem(403, 'forbidden');
  await give(author, one, 4).expectProblem(400, 'marking.reason-needed');
  await give(author, one, 4, { reason: 'Overlooked a page' }).expect(200);
  expect(await result(one.client, one.attemptId)).toMatchObject({ score: 5, passed: true });
  const changes = (await one.client.get(`/api/assessment/attempts/${one.attemptId}/review`).expect<AttemptReview>(200)).body.changes;
  expect(changes).toEqual([expect.objectContaining({ before: 1, after: 5, reason: 'Overlooked a page' })]);
  expect((await school.said('grade.changed')).filter(({ attemptId }) => attemptId === one.attemptId)).toEqual([
    expect.objectContaining({ score: 5, passed: true }),
  ]);
  const entries = await school.sql<{ actions: { kind: string; action: string }[] }>(
    `select groups as actions from platform.audit_entry where ids && (select array_agg(id::text) from assessment.mark where attempt_id = $1) order by at`,
    [one.attemptId],
  );
  expect(entries.flatMap(({ actions }) => actions.map(({ kind, action }) => `${kind} ${action}`))).toEqual([
    'mark given',
    'mark changed',
    'grade changed',
  ]);
});

it('says once a day of an edition that essays wait, and not of one without', async () => {
  const { quizId, one } = await handedIn(2);
  const blank = await handedIn(1, {}, '');
  const waiting = async (): Promise<unknown[]> =>
    (await school.said('marking.requested')).filter(({ editionId }) => [one.editionId, blank.one.editionId].includes(editionId));
  expect(await waiting()).toEqual([{ editionId: one.editionId, quizIds: [quizId] }]);
  await school.sql(`update assessment.marking_notice set day = day - 1 where edition_id = $1`, [one.editionId]);
  const late = await enrolledFor(school, quizId, { edition: one });
  const attempt = await begin(late.client, quizId, late);
  await answer(late.client, attempt.id, attempt.questions.find(({ kind }) => kind === 'essay')!.id, 'Late.');
  await submit(late.client, attempt.id);
  await school.settle();
  expect(await waiting()).toHaveLength(2);
});
