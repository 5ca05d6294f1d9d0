import { expect, it } from '@jest/globals';
import { AssessmentModule } from '@aula/assessment';
import { attemptTokenHeader, type AttemptView } from '@aula/contracts';
import { Passes, openLog } from '@aula/platform';
import { anActor, house, type Client } from '@aula/testing';
import { anAuthor, anInstructor, aQuiz, aStatement, answer, enrolledFor, inHours, neighbours, result, submit } from './builders.js';

const logged: string[] = [];
const log = openLog('trace', 'assessment', { write: (line: string) => logged.push(line) });
const school = await house(AssessmentModule, { drivers: { log } });
await neighbours(school);
const author = school.as(anAuthor());

const isPerson = async (id: string, active = true): Promise<void> => {
  await school.publishes('identity.pub_person', []);
  await school.sql('delete from testing.identity_pub_person where id = $1', [id]);
  await school.publishes('identity.pub_person', [
    {
      id,
      active,
      ...{ email: `${id}@aula.example`, given_name: 'Ana', family_name: 'Paz', language: 'es', institution_path: [] },
      ...{ sex: null, country: null, rank: null, institution_id: null },
    },
  ]);
};

/** Somebody who has begun, the token of the attempt, and what its holder does without a session. */
const sitting = async (wish: Parameters<typeof enrolledFor>[2] = {}) => {
  const quiz = await aQuiz(author, [aStatement(true), aStatement(true)]);
  const learner = await enrolledFor(school, quiz, wish);
  await isPerson(learner.actor.personId);
  const { body: attempt, headers } = await start(learner.client, quiz, learner).expect<AttemptView>(201);
  const token = String(headers[attemptTokenHeader]);
  const questionId = attempt.questions![0]!.id;
  const path = `/api/assessment/attempts/${attempt.id}`;
  const holder = school.visitor({ [attemptTokenHeader]: token });
  const put = (client: Client = holder, sequence = 1) => client.put(`${path}/answers/${questionId}`, { sequence, response: true });
  return { ...learner, quiz, attempt, token, headers, questionId, path, holder, put };
};
const start = (client: Client, quiz: string, { enrollmentId, unitId }: { enrollmentId: string; unitId: string }) =>
  client.post(`/api/assessment/quizzes/${quiz}/attempts`, { enrollmentId, unitId });
const secondsLeft = (token: string): number => Buffer.from(token, 'base64url').readUIntBE(16, 6) - Date.now() / 1_000;
const changed = (token: string, at: number): string => {
  const bytes = Buffer.from(token, 'base64url');
  bytes[at]! ^= 1;
  return bytes.toString('base64url');
};

it('comes with starting and with reopening, to the person who sits the attempt alone, and is kept by no cache', async () => {
  const sat = await sitting();
  expect(sat.headers['cache-control']).toBe('no-store');
  const again = await start(sat.client, sat.quiz, sat).expect(200);
  const read = await sat.client.get(sat.path).expect(200);
  for (const { headers } of [again, read]) {
    expect(headers['cache-control']).toBe('no-store');
    await sat.put(school.visitor({ [attemptTokenHeader]: String(headers[attemptTokenHeader]) })).expect(200);
  }
  expect((await author.get(sat.path).expect(200)).headers).not.toHaveProperty(attemptTokenHeader);
  const list = await sat.client.get(`/api/assessment/attempts?enrollmentId=${sat.enrollmentId}`).expect(200);
  expect([list, read].filter(({ text }) => /token/i.test(text))).toEqual([]);
});

it('saves answers and submits when nobody is signed in, and the audit names the person', async () => {
  const sat = await sitting();
  await sat.put().expect(200);
  expect(await answer(sat.holder, sat.attempt.id, sat.attempt.questions![1]!.id, true, 4)).toBe(4);
  const submitted = await sat.holder.with({ 'idempotency-key': sat.attempt.id }).post(`${sat.path}/submission`).expect<AttemptView>(202);
  expect(submitted.body).toMatchObject({ state: 'submitted', score: null, passed: null });
  await school.settle();
  expect(await result(sat.client, sat.attempt.id)).toMatchObject({ state: 'graded', score: 2, passed: true });
  const audited = await school.sql<{ actor: string }>(
    `select actor from platform.audit_entry where $1 = any(ids) and groups @> '[{"action": "submitted"}]'`,
    [sat.attempt.id],
  );
  expect(audited).toEqual([{ actor: sat.actor.personId }]);
});

it('opens nothing else: neither results nor questions, quizzes, lists or another start', async () => {
  const sat = await sitting();
  const closed = [
    sat.holder.get(sat.path),
    sat.holder.get(`/api/assessment/attempts?enrollmentId=${sat.enrollmentId}`),
    sat.holder.get(`/api/assessment/quizzes/${sat.quiz}`),
    start(sat.holder, sat.quiz, sat),
    school.bearing(sat.token).get(sat.path),
    school.bearing(sat.token).post(`${sat.path}/submission`),
  ];
  for (const asked of closed) await asked.expectProblem(401, 'not-signed-in');
});

it('opens no other attempt, and is told from a forged one in every part', async () => {
  const [sat, other] = [await sitting(), await sitting()];
  await sat.put(other.holder).expectProblem(401, 'token-refused');
  await other.holder.post(`${sat.path}/submission`).expectProblem(401, 'token-refused');
  const elsewhere = new Passes('another installation secret').tokenFor(attemptTokenHeader, sat.attempt.id, {
    personId: sat.actor.personId,
    until: Date.now() / 1_000 + 600,
  });
  const forged = [
    elsewhere,
    '',
    'x',
    `${sat.token}AAAA`,
    sat.token.slice(0, -4),
    ...[0, 15, 21, 22, 53].map((at) => changed(sat.token, at)),
  ];
  for (const token of forged) await sat.put(school.visitor({ [attemptTokenHeader]: token })).expectProblem(401, 'token-refused');
  await sat.holder.put(`${sat.path}/answers/${other.questionId}`, { sequence: 1, response: true }).expectProblem(404, 'not-found');
  expect((await result(sat.client, sat.attempt.id)).questions!.map(({ sequence }) => sequence)).toEqual([0, 0]);
  expect((await result(other.client, other.attempt.id)).state).toBe('open');
});

it('is over when the attempt is submitted: it neither changes anything nor tells the grade', async () => {
  const sat = await sitting();
  await sat.put().expect(200);
  await submit(sat.client, sat.attempt.id);
  const over = () => [sat.put(sat.holder, 2), sat.holder.post(`${sat.path}/submission`)];
  for (const asked of over()) await asked.expectProblem(401, 'attempt.token-over');
  await school.settle();
  for (const asked of over()) await asked.expectProblem(401, 'attempt.token-over');
  expect((await sat.client.get(sat.path).expect(200)).headers).not.toHaveProperty(attemptTokenHeader);
  expect(await school.sql('select 1 from assessment.late_answer where attempt_id = $1', [sat.attempt.id])).toEqual([]);
});

it('is over with the deadline and its grace, by the database’s clock', async () => {
  const sat = await sitting({ closesAt: inHours(1) });
  expect(secondsLeft(sat.token)).toBeCloseTo(3_605, -1);
  school.clock.set('2051-01-01T00:00:00Z');
  await sat.put().expect(200);
  school.clock.set(new Date());
  const runOut = (seconds: number) =>
    school.sql(`update assessment.attempt set deadline = clock_timestamp() - make_interval(secs => $2) where id = $1`, [
      sat.attempt.id,
      seconds,
    ]);
  await runOut(3);
  await sat.put(sat.holder, 2).expect(200);
  const late = await sat.client.get(sat.path).expect(200);
  expect(secondsLeft(String(late.headers[attemptTokenHeader]))).toBeLessThan(5);
  await runOut(6);
  await sat.put(sat.holder, 3).expectProblem(401, 'attempt.token-over');
  await sat.put(sat.client, 3).expectProblem(409, 'attempt.closed');
});

it('is over after 30 days though the attempt goes on, and the next reading gives a new one', async () => {
  const sat = await sitting({ closesAt: inHours(24 * 60) });
  expect(secondsLeft(sat.token)).toBeCloseTo(30 * 86_400, -1);
  const passes = school.app.get(Passes);
  const past = passes.tokenFor(attemptTokenHeader, sat.attempt.id, { personId: sat.actor.personId, until: Date.now() / 1_000 - 2 });
  const tooLate = school.visitor({ [attemptTokenHeader]: past });
  await sat.put(tooLate).expectProblem(401, 'attempt.token-over');
  await tooLate.post(`${sat.path}/submission`).expectProblem(401, 'attempt.token-over');
  expect(await result(sat.client, sat.attempt.id)).toMatchObject({ state: 'open' });
  await sat.put().expect(200);
});

it('opens nothing while its person may not sign in', async () => {
  const sat = await sitting();
  await isPerson(sat.actor.personId, false);
  await sat.put().expectProblem(401, 'attempt.token-over');
  await sat.holder.post(`${sat.path}/submission`).expectProblem(401, 'attempt.token-over');
  await isPerson(sat.actor.personId);
  await sat.put().expect(200);
});

it('changes nothing for who is signed in: a session goes first, whatever token comes with it', async () => {
  const sat = await sitting();
  const stranger = school.as(anActor()).with({ [attemptTokenHeader]: sat.token });
  await sat.put(stranger).expectProblem(404, 'not-found');
  await stranger.post(`${sat.path}/submission`).expectProblem(404, 'not-found');
  await sat.put(school.as(anInstructor()).with({ [attemptTokenHeader]: sat.token })).expectProblem(404, 'not-found');
  await sat.put(sat.client.with({ [attemptTokenHeader]: 'broken' })).expect(200);
  await sat.client
    .with({ [attemptTokenHeader]: 'broken' })
    .post(`${sat.path}/submission`)
    .expect(202);
});

it('lets those with a session, a token and neither share a statement', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => sitting()));
  const statuses = await Promise.all(
    all.flatMap((sat) => [sat.put(sat.holder, 1), sat.put(sat.client, 2), sat.put(school.visitor(), 3)].map((asked) => asked.whatever())),
  );
  expect(statuses.map(({ status }) => status)).toEqual(all.flatMap(() => [200, 200, 401]));
});

it('is left out of what is kept for repeats of a start, and out of the log', async () => {
  const quiz = await aQuiz(author, [aStatement(true)]);
  const learner = await enrolledFor(school, quiz);
  const keyed = learner.client.with({ 'idempotency-key': 'begin-1' });
  const first = await start(keyed, quiz, learner).expect<AttemptView>(201);
  const again = await start(keyed, quiz, learner).expect<AttemptView>(201);
  expect(again.body.id).toBe(first.body.id);
  expect(again.headers).not.toHaveProperty(attemptTokenHeader);
  const token = String(first.headers[attemptTokenHeader]);
  const kept = await school.sql<{ row: string }>(`select to_jsonb(i)::text as row from platform.idempotency i where key = 'begin-1'`);
  expect(kept.map(({ row }) => row.includes(token.slice(0, 20)))).toEqual([false]);
  await school.sql('alter table assessment.answer add constraint fault check (sequence < 2) not valid');
  const holder = school.visitor({ [attemptTokenHeader]: token });
  await isPerson(learner.actor.personId);
  const path = `/api/assessment/attempts/${first.body.id}/answers/${first.body.questions![0]!.id}`;
  await holder.put(path, { sequence: 2, response: true }).expect(500);
  await school.sql('alter table assessment.answer drop constraint fault');
  expect(logged.filter((line) => line.includes('a request failed'))).toHaveLength(1);
  expect(logged.filter((line) => line.includes(token))).toEqual([]);
});

it('is over with a withdrawal, and says so; what was answered until then is kept and graded', async () => {
  const sat = await sitting();
  await sat.put().expect(200);
  await school.sql(`update testing.enrollment_pub_enrollment set state = 'withdrawn' where id = $1`, [sat.enrollmentId]);
  const { personId } = sat.actor;
  await school.hears('enrollment.withdrawn', [{ enrollmentId: sat.enrollmentId, personId, editionId: sat.enrollmentId }] as never);
  await sat.put(sat.holder, 2).expectProblem(410, 'attempt.enrollment-withdrawn');
  await sat.holder.post(`${sat.path}/submission`).expectProblem(410, 'attempt.enrollment-withdrawn');
  await sat.put(sat.client, 3).expectProblem(410, 'attempt.enrollment-withdrawn');
  await start(sat.client, sat.quiz, sat).expectProblem(409, 'attempt.enrollment-not-active');
  await school.settle();
  expect(await result(sat.client, sat.attempt.id)).toMatchObject({ state: 'graded', score: 1 });
  await school.hears('enrollment.withdrawn', [{ enrollmentId: sat.enrollmentId, personId, editionId: sat.enrollmentId }] as never);
  expect((await school.said('attempt.submitted')).filter(({ attemptId }) => attemptId === sat.attempt.id)).toHaveLength(1);
});
