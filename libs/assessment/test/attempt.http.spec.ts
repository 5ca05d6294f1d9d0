import { describe, expect, it } from '@jest/globals';
import { AssessmentModule } from '@aula/assessment';
import type { AttemptView } from '@aula/contracts';
import { anActor, house } from '@aula/testing';
import {
  aMultipleChoice,
  anAuthor,
  anInstructor,
  answer,
  aNumber,
  aQuiz,
  aSingleChoice,
  aStatement,
  begin,
  enrolledFor,
  inHours,
  neighbours,
  result,
  submit,
} from './builders.js';

const school = await house(AssessmentModule);
await neighbours(school);
const author = school.as(anAuthor());
const attemptsOf = async (enrollmentId: string): Promise<number> =>
  (await school.sql<{ n: number }>('select count(*)::int as n from assessment.attempt where enrollment_id = $1', [enrollmentId]))[0]!.n;
const audited = (id: string): Promise<object[]> => school.sql('select 1 from platform.audit_entry where $1 = any(ids)', [id]);
const runOut = (id: string, seconds: number) =>
  school.sql(`update assessment.attempt set deadline = clock_timestamp() - make_interval(secs => $2) where id = $1`, [id, seconds]);

describe('starting', () => {
  it('opens an attempt whose deadline is the time limit on the database’s clock, whatever this process’s clock says', async () => {
    const quiz = await aQuiz(author, [aSingleChoice()], { timeLimitSeconds: 600 });
    const learner = await enrolledFor(school, quiz);
    school.clock.set('2001-01-01T00:00:00Z');
    const attempt = await begin(learner.client, quiz, learner);
    school.clock.set('2051-01-01T00:00:00Z');
    await answer(learner.client, attempt.id, attempt.questions[0]!.id, 0);
    const again = await result(learner.client, attempt.id);
    school.clock.set(new Date());
    expect(Date.parse(attempt.deadline!) - Date.parse(attempt.startedAt)).toBe(600_000);
    expect(Math.abs(Date.parse(attempt.startedAt) - Date.now())).toBeLessThan(60_000);
    expect(again).toMatchObject({ state: 'open', score: null, maxScore: null, passed: null, number: 1, attemptsAllowed: null });
    expect(again.remainingSeconds).toBeGreaterThan(500);
    expect(await audited(attempt.id)).toHaveLength(1);
  });

  it('never reaches beyond the end of the edition, which is the deadline without a time limit', async () => {
    const [limited, unlimited] = [await aQuiz(author, [aNumber()], { timeLimitSeconds: 7_200 }), await aQuiz(author, [aNumber()])];
    const closesAt = inHours(1);
    const [first, second] = [await enrolledFor(school, limited, { closesAt }), await enrolledFor(school, unlimited, { closesAt })];
    expect((await begin(first.client, limited, first)).deadline).toBe(closesAt);
    expect((await begin(second.client, unlimited, second)).deadline).toBe(closesAt);
  });

  it('gives back the open attempt to whoever starts again, with what was answered', async () => {
    const quiz = await aQuiz(author, [aNumber()]);
    const learner = await enrolledFor(school, quiz);
    const first = await begin(learner.client, quiz, learner);
    await answer(learner.client, first.id, first.questions[0]!.id, 2.5, 7);
    const { enrollmentId, unitId } = learner;
    const second = await learner.client.post(`/api/assessment/quizzes/${quiz}/attempts`, { enrollmentId, unitId }).expect<AttemptView>(200);
    expect(second.body).toMatchObject({ id: first.id, questions: [{ response: 2.5, sequence: 7 }] });
  });

  it('opens exactly one attempt for twenty starts at once', async () => {
    const quiz = await aQuiz(author, [aNumber()], { attemptsAllowed: 1 });
    const { client, enrollmentId, unitId } = await enrolledFor(school, quiz);
    const starts = await Promise.all(
      Array.from({ length: 20 }, () =>
        client.post(`/api/assessment/quizzes/${quiz}/attempts`, { enrollmentId, unitId }).whatever<AttemptView>(),
      ),
    );
    expect(starts.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect(new Set(starts.map(({ body }) => body.id)).size).toBe(1);
    expect(await attemptsOf(enrollmentId)).toBe(1);
  });

  it('allows as many attempts as the quiz says, also to starts and submissions at once', async () => {
    const quiz = await aQuiz(author, [aNumber()], { attemptsAllowed: 3 });
    const learner = await enrolledFor(school, quiz);
    const { client, enrollmentId, unitId } = learner;
    const start = () => client.post(`/api/assessment/quizzes/${quiz}/attempts`, { enrollmentId, unitId }).whatever<AttemptView>();
    const rush = async (): Promise<number> => {
      const { status, body } = await start();
      if (status > 201) return status;
      await client.post(`/api/assessment/attempts/${body.id}/submission`).whatever();
      return rush();
    };
    const ends = await Promise.all(Array.from({ length: 10 }, rush));
    expect(ends).toEqual(Array.from({ length: 10 }, () => 409));
    expect(await attemptsOf(enrollmentId)).toBe(3);
    const problem = await client
      .post(`/api/assessment/quizzes/${quiz}/attempts`, { enrollmentId, unitId })
      .expectProblem(409, 'attempt.none-left');
    expect(problem.detail).toContain('3');
  });

  it('finds no enrollment of somebody else', async () => {
    const quiz = await aQuiz(author, [aNumber()]);
    const { enrollmentId, unitId } = await enrolledFor(school, quiz);
    const stranger = school.as(anActor());
    await stranger.post(`/api/assessment/quizzes/${quiz}/attempts`, { enrollmentId, unitId }).expectProblem(404, 'not-found');
    await author.post(`/api/assessment/quizzes/${quiz}/attempts`, { enrollmentId, unitId }).expectProblem(404, 'not-found');
    await school.visitor().post(`/api/assessment/quizzes/${quiz}/attempts`, { enrollmentId, unitId }).expectProblem(401, 'not-signed-in');
  });

  it.each([
    ['a withdrawn enrollment', { state: 'withdrawn' }, 'attempt.enrollment-not-active'],
    ['a completed enrollment', { state: 'completed' }, 'attempt.enrollment-not-active'],
    ['before the edition opens', { opensAt: inHours(1) }, 'attempt.edition-not-open'],
    ['after the edition closed', { opensAt: inHours(-3), closesAt: inHours(-1) }, 'attempt.edition-closed'],
    ['a unit of another kind', { kind: 'page' }, 'attempt.not-of-this-unit'],
    ['a unit with another quiz', { contents: { es: { quizId: '0190c0de-0000-7000-8000-000000000002' } } }, 'attempt.not-of-this-unit'],
  ])('is refused: %s', async (_, wish, code) => {
    const quiz = await aQuiz(author, [aNumber()]);
    const { client, enrollmentId, unitId } = await enrolledFor(school, quiz, wish);
    const problem = await client
      .with({ 'accept-language': 'fr' })
      .post(`/api/assessment/quizzes/${quiz}/attempts`, { enrollmentId, unitId })
      .expectProblem(409, code);
    expect(problem.detail).not.toMatch(/\{\w+\}/);
    expect(await attemptsOf(enrollmentId)).toBe(0);
  });

  it('takes the quiz of any of the unit’s languages', async () => {
    const [spanish, french] = [await aQuiz(author, [aNumber()]), await aQuiz(author, [aNumber()])];
    const learner = await enrolledFor(school, spanish, { contents: { es: { quizId: spanish }, fr: { quizId: french } } });
    expect((await begin(learner.client, french, learner)).quizId).toBe(french);
  });

  it('says that a quiz without questions has none', async () => {
    const quiz = await aQuiz(author, []);
    const { client, enrollmentId, unitId } = await enrolledFor(school, quiz);
    await client.post(`/api/assessment/quizzes/${quiz}/attempts`, { enrollmentId, unitId }).expectProblem(409, 'quiz.no-questions');
  });
});

describe('what is drawn', () => {
  const texts = ({ questions }: { questions: AttemptView['questions'] }) => questions!.map(({ text }) => text);

  it('is a random part of the bank, once for all', async () => {
    const quiz = await aQuiz(
      author,
      Array.from({ length: 30 }, (_, index) => aStatement(true, { text: `Statement ${index}` })),
      { pick: 10 },
    );
    const learners = await Promise.all(Array.from({ length: 12 }, () => enrolledFor(school, quiz)));
    const attempts = await Promise.all(learners.map((learner) => begin(learner.client, quiz, learner)));
    expect(attempts.every((attempt) => new Set(texts(attempt)).size === 10)).toBe(true);
    expect(attempts[0]!.questions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(attempts.map((attempt) => texts(attempt).join())).size).toBe(12);
    expect(new Set(attempts.flatMap(texts)).size).toBeGreaterThan(20);
    expect(texts({ questions: (await result(learners[0]!.client, attempts[0]!.id)).questions })).toEqual(texts(attempts[0]!));
  });

  it('shows the choices in an order of its own that stays', async () => {
    const choices = Array.from({ length: 20 }, (_, index) => ({ text: `choice ${index}`, weight: index === 0 ? 100 : 0 }));
    const quiz = await aQuiz(author, [aSingleChoice({ choices })]);
    const [first, second] = [await enrolledFor(school, quiz), await enrolledFor(school, quiz)];
    const order = (attempt: AttemptView): string[] => attempt.questions![0]!.choices.map(({ text }) => text);
    const [one, other] = [await begin(first.client, quiz, first), await begin(second.client, quiz, second)];
    expect(order(one)).not.toEqual(order(other));
    expect([...order(one)].sort()).toEqual(choices.map(({ text }) => text).sort());
    expect(one.questions[0]!.choices.map(({ index }) => index)).toEqual(choices.map((_, index) => index));
    expect(order(await result(first.client, one.id))).toEqual(order(one));
  });

  it('is all of the bank, as it stands, where the quiz picks none', async () => {
    const quiz = await aQuiz(author, [aStatement(true, { text: '1' }), aNumber({ text: '2' }), aMultipleChoice({ text: '3', points: 4 })]);
    const learner = await enrolledFor(school, quiz);
    const { questions } = await begin(learner.client, quiz, learner);
    expect(questions.map(({ text, kind, points, choices }) => [text, kind, points, choices.length])).toEqual([
      ['1', 'true-false', 1, 0],
      ['2', 'numeric', 1, 0],
      ['3', 'multiple-choice', 4, 5],
    ]);
  });
});

describe('submission', () => {
  it('is once, however often it is asked for, and orders the grading', async () => {
    const quiz = await aQuiz(author, [aStatement(true)]);
    const learner = await enrolledFor(school, quiz);
    const attempt = await begin(learner.client, quiz, learner);
    const submissions = await Promise.all(Array.from({ length: 5 }, () => submit(learner.client, attempt.id)));
    expect(submissions.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'submitted'));
    expect(submissions[0]).toMatchObject({ score: null, remainingSeconds: null });
    expect(submissions[0]).not.toHaveProperty('questions');
    expect((await school.said('attempt.submitted')).filter(({ attemptId }) => attemptId === attempt.id)).toEqual([
      { attemptId: attempt.id, enrollmentId: learner.enrollmentId, quizId: quiz, unitId: learner.unitId },
    ]);
    expect(await school.sql('select 1 from platform.job where subject = $1', [attempt.id])).toHaveLength(1);
    await school.settle();
    expect(await submit(learner.client, attempt.id)).toMatchObject({ state: 'graded', score: 0, maxScore: 1, passed: false });
  });

  it('belongs to the learner alone', async () => {
    const quiz = await aQuiz(author, [aStatement(true)]);
    const learner = await enrolledFor(school, quiz);
    const attempt = await begin(learner.client, quiz, learner);
    await school.as(anActor()).post(`/api/assessment/attempts/${attempt.id}/submission`).expectProblem(404, 'not-found');
    await author.post(`/api/assessment/attempts/${attempt.id}/submission`).expectProblem(404, 'not-found');
    expect((await result(learner.client, attempt.id)).state).toBe('open');
  });

  it('comes by itself when time and grace are over, not before', async () => {
    const quiz = await aQuiz(author, [aStatement(true)], { timeLimitSeconds: 60 });
    const [inGrace, overdue] = [await enrolledFor(school, quiz), await enrolledFor(school, quiz)];
    const [first, second] = [await begin(inGrace.client, quiz, inGrace), await begin(overdue.client, quiz, overdue)];
    await answer(overdue.client, second.id, second.questions[0]!.id, true);
    await Promise.all([runOut(first.id, 2), runOut(second.id, 6)]);
    await school.sql(`insert into platform.job (id, kind) values (gen_random_uuid(), 'assessment.submit-overdue')`);
    await school.settle();
    expect(await result(inGrace.client, first.id)).toMatchObject({ state: 'open', remainingSeconds: 0 });
    expect(await result(overdue.client, second.id)).toMatchObject({ state: 'graded', score: 1, passed: true });
    expect(await audited(second.id)).toHaveLength(3);
  });

  it('of an overdue attempt comes with the next start', async () => {
    const quiz = await aQuiz(author, [aStatement(true)], { timeLimitSeconds: 60, attemptsAllowed: 2 });
    const learner = await enrolledFor(school, quiz);
    const first = await begin(learner.client, quiz, learner);
    await runOut(first.id, 6);
    const second = await begin(learner.client, quiz, learner);
    expect(second).toMatchObject({ number: 2, state: 'open' });
    await school.settle();
    expect((await result(learner.client, first.id)).state).toBe('graded');
  });
});

describe('reading', () => {
  it('shows attempts to their learner and results to who may author the quiz, and to nobody else', async () => {
    const instructor = anInstructor();
    const quiz = await aQuiz(school.as(instructor), [aStatement(true)]);
    const learner = await enrolledFor(school, quiz);
    const attempt = await begin(learner.client, quiz, learner);
    const path = `/api/assessment/attempts/${attempt.id}`;
    const list = `/api/assessment/attempts?enrollmentId=${learner.enrollmentId}&unitId=${learner.unitId}`;
    expect((await learner.client.get(path).expect<AttemptView>(200)).body.questions).toHaveLength(1);
    for (const reader of [instructor, anAuthor(), anActor({ roles: ['administrator'] })]) {
      const seen = await school.as(reader).get(path).expect<AttemptView>(200);
      expect(seen.body).not.toHaveProperty('questions');
      expect((await school.as(reader).get(list).expect<{ items: unknown[] }>(200)).body.items).toHaveLength(1);
    }
    for (const stranger of [anActor(), anInstructor(), anActor({ roles: ['registrar', 'training-administrator'] })]) {
      await school.as(stranger).get(path).expectProblem(404, 'not-found');
      expect((await school.as(stranger).get(list).expect<{ items: unknown[] }>(200)).body.items).toEqual([]);
    }
  });

  it('pages an enrollment’s attempts, newest first', async () => {
    const quiz = await aQuiz(author, [aStatement(true)]);
    const learner = await enrolledFor(school, quiz);
    for (let taken = 0; taken < 3; taken++) await submit(learner.client, (await begin(learner.client, quiz, learner)).id);
    type Answered = { items: AttemptView[]; next: string | null };
    const list = `/api/assessment/attempts?enrollmentId=${learner.enrollmentId}&limit=2`;
    const first = (await learner.client.get(list).expect<Answered>(200)).body;
    const second = (await learner.client.get(`${list}&cursor=${first.next}`).expect<Answered>(200)).body;
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(second.next).toBeNull();
    await learner.client.get(`${list}&cursor=${Buffer.from('["x"]').toString('base64url')}`).expectProblem(400, 'cursor-invalid');
  });
});

it('gives attempts to the account that has their enrollment now', async () => {
  const quiz = await aQuiz(author, [aStatement(true)]);
  const learner = await enrolledFor(school, quiz);
  const { id } = await begin(learner.client, quiz, learner);
  const other = anActor();
  await school.sql('update testing.enrollment_pub_enrollment set person_id = $1 where id = $2', [other.personId, learner.enrollmentId]);
  await school.hears('enrollment.moved', [{ enrollmentId: learner.enrollmentId }]);
  expect(await result(school.as(other), id)).toMatchObject({ id, state: 'open' });
  await learner.client.get(`/api/assessment/attempts/${id}`).expectProblem(404, 'not-found');
  const told = await school.sql(
    `select g ->> 'action' as action from platform.audit_entry, jsonb_array_elements(groups) g where $1 = any(ids) order by at`,
    [id],
  );
  expect(told).toEqual([{ action: 'started' }, { action: 'moved' }]);
});
