import { randomInt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { EditionView, Items } from '@aula/contracts';
import { EnrollmentModule } from '@aula/enrollment';
import { anActor, house } from '@aula/testing';
import { aLearner, aVersion, audited, graded, neighbours, opened, progressed, type Learner, type UnitWish } from './builders.js';

const school = await house(EnrollmentModule);
await neighbours(school);
const administrator = school.as(anActor({ roles: ['administrator'] }));
const start = async (units: readonly UnitWish[], rule: { minimumScore?: number } = {}) => {
  const version = await aVersion(school, units, rule);
  const edition = await opened(administrator, version.id);
  return { version, edition, units: version.units, learner: await aLearner(school, administrator, edition) };
};
const states = async (learner: Learner) => {
  const { state, progress, units } = await learner.read();
  return { state, progress, units: units.map((unit) => unit.state) };
};
const completions = async (learner: Learner): Promise<Items<'completion.recorded'>> =>
  (await school.said('completion.recorded')).filter((fact) => fact.enrollmentId === learner.enrollment);
const report = (learner: Learner, unit: string, state = 'completed') =>
  learner.client.put(`/api/enrollment/enrollments/${learner.enrollment}/units/${unit}/progress`, { state });

describe('what a learner does', () => {
  it('counts towards progress, and completes by the rule', async () => {
    const { learner, units, edition, version } = await start([
      { kind: 'scorm', counts: false },
      { kind: 'page' },
      { kind: 'quiz' },
      { kind: 'file', required: false },
    ]);
    const [scorm, page, quiz, file] = units as [string, string, string, string];
    await school.hears('unit.progressed', [progressed(learner.enrollment, scorm, { completion: 'incomplete', progress: 0.4 })]);
    expect(await states(learner)).toEqual({
      state: 'active',
      progress: 0,
      units: ['in-progress', 'not-started', 'not-started', 'not-started'],
    });
    await school.hears('attempt.graded', [graded(learner.enrollment, quiz, 4)]);
    await report(learner, page, 'in-progress').expect(200);
    expect((await states(learner)).units).toEqual(['in-progress', 'in-progress', 'failed', 'not-started']);
    await report(learner, page).expect(200);
    await report(learner, file).expect(200);
    expect(await states(learner)).toMatchObject({ state: 'active', progress: 1 / 3 });
    await school.hears('attempt.graded', [graded(learner.enrollment, quiz, 8)]);
    expect(await states(learner)).toMatchObject({
      state: 'completed',
      progress: 2 / 3,
      units: ['in-progress', 'completed', 'passed', 'completed'],
    });
    await school.hears('unit.progressed', [progressed(learner.enrollment, scorm)]);
    expect(await states(learner)).toMatchObject({ state: 'completed', progress: 1 });
    const [completion, ...more] = await completions(learner);
    expect([completion, more]).toEqual([
      { ...completion!, enrollmentId: learner.enrollment, personId: learner.person, courseVersionId: version.id },
      [],
    ]);
    expect((await learner.read()).completedAt).toBe(completion!.completedAt);
    expect(await school.sql('select id, voided_at from enrollment.pub_completion where enrollment_id = $1', [learner.enrollment])).toEqual([
      { id: completion!.completionId, voided_at: null },
    ]);
    const { enrolled, completed } = (await administrator.get(`/api/enrollment/editions/${edition}`).expect<EditionView>(200)).body;
    expect([enrolled, completed]).toEqual([1, 1]);
  });

  it('never goes backwards', async () => {
    const { learner, units } = await start([{ kind: 'scorm' }, { kind: 'page' }, { kind: 'quiz' }]);
    const [scorm, page, quiz] = units as [string, string, string];
    await school.hears('unit.progressed', [progressed(learner.enrollment, scorm, { success: 'passed', score: 0.9 })]);
    await school.hears('unit.progressed', [
      progressed(learner.enrollment, scorm, { completion: 'incomplete', success: 'failed', score: 0.2, progress: 0.1 }),
    ]);
    await report(learner, page).expect(200);
    await report(learner, page, 'in-progress').expect(200);
    await school.hears('attempt.graded', [graded(learner.enrollment, quiz, 7)]);
    await school.hears('attempt.graded', [graded(learner.enrollment, quiz, 2)]);
    const { state, units: read } = await learner.read();
    expect(state).toBe('completed');
    expect(read.map((unit) => [unit.state, unit.progress, unit.score])).toEqual([
      ['passed', 1, 0.9],
      ['completed', 1, null],
      ['passed', 1, 0.7],
    ]);
    expect(await completions(learner)).toHaveLength(1);
  });

  it('is not done by going through to the end of a package and failing', async () => {
    const { learner, units } = await start([{ kind: 'scorm' }, { kind: 'quiz' }]);
    await school.hears('unit.progressed', [progressed(learner.enrollment, units[0]!, { success: 'failed', score: -0.3 })]);
    const { units: read, progress } = await learner.read();
    expect([read[0]!.state, read[0]!.score, progress]).toEqual(['failed', 0, 0]);
    await school.hears('unit.progressed', [progressed(learner.enrollment, units[0]!)]);
    expect(await states(learner)).toMatchObject({ progress: 0.5, units: ['completed', 'not-started'] });
  });
});

describe('the completion rule', () => {
  it('asks for the quizzes it names, not for what is merely required', async () => {
    const { learner, units } = await start([
      { kind: 'scorm', required: true, counts: false },
      { kind: 'quiz', required: false, counts: true },
    ]);
    await school.hears('attempt.graded', [graded(learner.enrollment, units[1]!, 6)]);
    expect(await states(learner)).toMatchObject({ state: 'completed', progress: 0.5 });
  });

  it('never takes a package’s word for a certificate that also wants a quiz', async () => {
    const { learner, units } = await start([{ kind: 'scorm' }, { kind: 'quiz' }]);
    await school.hears('unit.progressed', [progressed(learner.enrollment, units[0]!, { success: 'passed', score: 1 })]);
    await school.hears('unit.progressed', [progressed(learner.enrollment, units[1]!, { success: 'passed', score: 1 })]);
    await school.hears('attempt.graded', [graded(learner.enrollment, units[0]!, 10)]);
    expect(await states(learner)).toEqual({ state: 'active', progress: 0.5, units: ['passed', 'not-started'] });
  });

  it('may want a better score than passing', async () => {
    const { learner, units } = await start([{ kind: 'quiz' }], { minimumScore: 0.8 });
    await school.hears('attempt.graded', [graded(learner.enrollment, units[0]!, 7)]);
    expect(await states(learner)).toEqual({ state: 'active', progress: 0, units: ['passed'] });
    await school.hears('attempt.graded', [graded(learner.enrollment, units[0]!, 8)]);
    expect(await states(learner)).toMatchObject({ state: 'completed', progress: 1 });
  });

  it('wants a quiz passed, however low its own minimum', async () => {
    const { learner, units } = await start([{ kind: 'quiz' }], { minimumScore: 0.3 });
    await school.hears('attempt.graded', [graded(learner.enrollment, units[0]!, 5)]);
    expect((await states(learner)).state).toBe('active');
  });

  it('waits for a session to be attended', async () => {
    const { learner, units } = await start([{ kind: 'quiz' }, { kind: 'session' }]);
    await school.hears('attempt.graded', [graded(learner.enrollment, units[0]!, 10)]);
    expect(await states(learner)).toMatchObject({ state: 'active', progress: 0.5 });
    await report(learner, units[1]!).expectProblem(409, 'enrollment.unit-is-attended');
  });
});

describe('a report', () => {
  it('is taken from the learner alone, about pages, videos and files', async () => {
    const { learner, units, edition } = await start([{ kind: 'scorm' }, { kind: 'quiz' }, { kind: 'video' }]);
    await report(learner, units[0]!).expectProblem(409, 'enrollment.unit-reports-itself');
    await report(learner, units[1]!).expectProblem(409, 'enrollment.unit-reports-itself');
    await report(learner, edition).expectProblem(404, 'not-found');
    await report(learner, units[2]!, 'passed').expectProblem(400, 'invalid-request');
    await report({ ...learner, client: administrator }, units[2]!).expectProblem(404, 'not-found');
    await report({ ...learner, client: school.visitor() }, units[2]!).expectProblem(401, 'not-signed-in');
    await report(learner, units[2]!).expect(200);
    await learner.client.post(`/api/enrollment/enrollments/${learner.enrollment}/withdrawal`, { reason: 'traslado' }).expect(200);
    await report(learner, units[2]!).expectProblem(409, 'enrollment.not-active');
  });

  it('is taken while the edition is open; what was graded or reported before counts whenever it is heard of', async () => {
    const { learner, units, edition } = await start([{ kind: 'page', required: false }, { kind: 'quiz' }]);
    await school.sql(`update enrollment.edition set opens_at = '2080-01-01T12:00:00Z' where id = $1`, [edition]);
    const early = await report({ ...learner, client: learner.client.with({ 'accept-language': 'pt-BR' }) }, units[0]!).expectProblem(
      409,
      'enrollment.edition-not-open',
    );
    expect(early.detail).toContain('1 de janeiro de 2080');
    await school.sql(`update enrollment.edition set opens_at = '2020-01-01', closes_at = '2021-01-01' where id = $1`, [edition]);
    await report(learner, units[0]!).expectProblem(409, 'enrollment.edition-closed');
    await school.hears('attempt.graded', [graded(learner.enrollment, units[1]!, 9)]);
    expect((await states(learner)).state).toBe('completed');
  });

  it('about nothing that we know changes nothing', async () => {
    const { learner, units } = await start([{ kind: 'quiz' }]);
    await school.hears('attempt.graded', [graded(units[0]!, units[0]!, 9), graded(learner.enrollment, learner.enrollment, 9)]);
    await school.hears('unit.progressed', [progressed(learner.enrollment, units[0]!, { completion: 'not attempted', progress: 0 })]);
    expect(await states(learner)).toEqual({ state: 'active', progress: 0, units: ['not-started'] });
  });
});

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

type Fact =
  { event: 'unit.progressed'; item: Items<'unit.progressed'>[number] } | { event: 'attempt.graded'; item: Items<'attempt.graded'>[number] };
/** Puts facts on their way without delivering them. */
const send = async (facts: readonly Fact[]): Promise<void> => {
  for (const event of ['unit.progressed', 'attempt.graded'] as const) {
    const items = facts.filter((fact) => fact.event === event).map((fact) => fact.item);
    if (items.length === 0) continue;
    const id = school.runtime.ids.next();
    await school.sql(`insert into platform.event (id, house, name, items) values ($1, 'testing', $2, $3)`, [
      id,
      event,
      JSON.stringify(items),
    ]);
    await school.sql(`insert into platform.delivery (event_id, consumer) values ($1, 'enrollment')`, [id]);
  }
};

it('misses no completion when the last two units are heard of at the same moment', async () => {
  const { learner, units } = await start([{ kind: 'scorm' }, { kind: 'quiz' }]);
  await school.sql(`create function testing.slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.4); return null; end $$;
    create constraint trigger slow after insert on enrollment.unit_progress deferrable initially deferred
      for each row execute function testing.slow()`); // both are done with their statements before either commits
  await send([{ event: 'unit.progressed', item: progressed(learner.enrollment, units[0]!) }]);
  await send([{ event: 'attempt.graded', item: graded(learner.enrollment, units[1]!, 9) }]);
  await Promise.all([school.deliveries.drain(), school.deliveries.drain()]);
  await school.sql('drop trigger slow on enrollment.unit_progress');
  expect(await states(learner)).toEqual({ state: 'completed', progress: 1, units: ['completed', 'passed'] });
  expect(await completions(learner)).toHaveLength(1);
});

it('comes to the same end whatever the order, the repetition and the packing of deliveries', async () => {
  const seed = Number(process.env['AULA_TEST_SEED'] ?? randomInt(2 ** 31));
  const next = seeded(seed);
  const below = (count: number): number => Math.floor(next() * count);
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => [next(), item] as const)
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  const kinds: UnitWish[] = [{ kind: 'scorm' }, { kind: 'scorm', counts: false }, { kind: 'quiz' }, { kind: 'quiz', required: false }];
  const version = await aVersion(school, kinds, { minimumScore: 0.7 });
  const edition = await opened(administrator, version.id);
  const outcomes: string[] = [];
  for (let round = 0; round < 3; round++) {
    /** What happened, as if to one learner; each of them lives through it in an order of their own, some of it twice. */
    const story = Array.from({ length: 9 }, () => {
      const success = (['passed', 'failed', 'unknown'] as const)[below(3)]!;
      return { unit: below(4), score: below(11), completion: next() < 0.6 ? ('completed' as const) : ('incomplete' as const), success };
    });
    const learners = [];
    for (let n = 0; n < 4; n++) learners.push(await aLearner(school, administrator, edition));
    const factOf = (enrollment: string, { unit, score, completion, success }: (typeof story)[number]): Fact =>
      kinds[unit]!.kind === 'quiz'
        ? { event: 'attempt.graded', item: graded(enrollment, version.units[unit]!, score) }
        : {
            event: 'unit.progressed',
            item: progressed(enrollment, version.units[unit]!, { completion, success, score: score / 10, progress: score / 10 }),
          };
    const queue = shuffled(learners.flatMap(({ enrollment }) => [...story, ...story.slice(0, 4)].map((each) => factOf(enrollment, each))));
    while (queue.length > 0) await send(queue.splice(0, 1 + below(6)));
    await Promise.all([school.deliveries.drain(), school.deliveries.drain(), school.deliveries.drain()]);
    await school.settle();
    const ends = await Promise.all(
      learners.map(async (learner) => {
        const { state, progress, units } = await learner.read();
        const marks = units.map((unit) => [unit.state, unit.score, unit.progress]);
        return JSON.stringify({ seed, round, state, progress, marks, completions: (await completions(learner)).length });
      }),
    );
    expect([...new Set(ends)]).toEqual([ends[0]]);
    outcomes.push(ends[0]!);
  }
  for (const outcome of outcomes) {
    const { state, completions: recorded } = JSON.parse(outcome) as { state: string; completions: number };
    expect([outcome, recorded]).toEqual([outcome, state === 'completed' ? 1 : 0]);
  }
  expect((await audited(school)).broken).toBeUndefined();
});
