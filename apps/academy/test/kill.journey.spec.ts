import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from '@jest/globals';
import { verifyAudit } from '@aula/platform';
import { wipeQueue } from '@aula/testing';
import pg from 'pg';
import { AcademyClient } from '../../../scripts/demo/academy-client.ts';
import { chance, insist, mayhem, ownDatabase, type Closings } from './chaos.ts';
import { RunningAcademy, until } from './running-academy.ts';
import { smallCohort, type Cohort, type Officer } from './small-cohort.ts';

/** Everything dies at any moment while officers sit an examination: nothing acknowledged is lost, nothing is done twice. */
const officers = 40;
const closings: Closings = [];
afterAll(async () => {
  for (const close of closings.reverse()) await close();
});

interface Acknowledged {
  attemptId: string;
  answers: Map<string, number>;
  submitted: boolean;
}

const sit = async (academy: RunningAcademy, cohort: Cohort, officer: Officer): Promise<Acknowledged> => {
  const client = AcademyClient.bearing(academy.url, officer.token);
  const start = { enrollmentId: officer.enrollmentId, unitId: cohort.unitId };
  const attempt = await insist(() =>
    client.post<{ id: string; questions: { id: string; choices: { index: number; text: string }[] }[] }>(
      `/api/assessment/quizzes/${cohort.quizId}/attempts`,
      start,
    ),
  );
  const acknowledged: Acknowledged = { attemptId: attempt.id, answers: new Map(), submitted: false };
  for (const { id, choices } of attempt.questions) {
    const response = choices.find(({ text }) => text.startsWith('right'))!.index;
    await insist(() => client.put(`/api/assessment/attempts/${attempt.id}/answers/${id}`, { sequence: 1, response }));
    acknowledged.answers.set(id, 1);
    await sleep(40);
  }
  await insist(() => client.post(`/api/assessment/attempts/${attempt.id}/submission`));
  acknowledged.submitted = true;
  return acknowledged;
};

it('loses no acknowledged answer, grades and certifies each officer exactly once', async () => {
  const own = await ownDatabase(closings);
  const academy = await RunningAcademy.start({ databaseUrl: own.server.url });
  closings.push(() => academy.close());
  const cohort = await smallCohort(academy, officers);
  const faults = {
    worker: async () => {
      await academy.kill('worker');
      await sleep(300);
      await academy.run('worker');
    },
    database: () => own.restart(),
    queue: async () => {
      const url = process.env['AULA_TEST_REDIS_URL'];
      if (url) await wipeQueue(url);
    },
    academy: async () => {
      await academy.kill('academy');
      await academy.run('academy');
    },
  };
  const chaos = mayhem(faults, chance());
  closings.push(() => chaos.stop());
  const acknowledged: Acknowledged[] = [];
  const waiting = [...cohort.officers];
  const sitters = Array.from({ length: 8 }, async () => {
    for (let officer = waiting.shift(); officer; officer = waiting.shift()) acknowledged.push(await sit(academy, cohort, officer));
  });
  await Promise.all(sitters);
  await chaos.stop();

  const count = async (text: string): Promise<number> => Number((await academy.database.query<{ n: string }>(text)).rows[0]!.n);
  const issued = `select count(*) as n from accreditation.credential where state = 'issued'`;
  await until('every certificate is issued', 120_000, async () => (await count(issued).catch(() => -1)) === officers);

  expect(acknowledged.filter((each) => each.submitted)).toHaveLength(officers);
  const { rows: kept } = await academy.database.query<{ attempt_id: string; question_id: string; sequence: number }>(
    'select attempt_id, p.question_ids[a.place] as question_id, a.sequence from assessment.answer a join assessment.paper p using (attempt_id)',
  );
  const there = new Map(kept.map((each) => [`${each.attempt_id} ${each.question_id}`, each.sequence]));
  const lost = acknowledged.flatMap(({ attemptId, answers }) =>
    [...answers].filter(([id, sequence]) => (there.get(`${attemptId} ${id}`) ?? 0) < sequence),
  );
  expect(lost).toEqual([]);
  expect(await count('select count(*) as n from assessment.attempt')).toBe(officers);
  expect(await count('select count(*) as n from assessment.grade where passed and score = max_score')).toBe(officers);
  expect(await count('select count(distinct enrollment_id) as n from enrollment.completion')).toBe(officers);
  expect(await count('select count(*) as n from enrollment.completion')).toBe(officers);
  expect(await count('select count(*) as n from accreditation.credential')).toBe(officers);
  expect(await count('select count(distinct enrollment_id) as n from accreditation.credential')).toBe(officers);
  expect(await count(`select count(*) as n from platform.delivery where state = 'dead'`)).toBe(0);
  expect(await count(`select count(*) as n from platform.job where state = 'dead'`)).toBe(0);
  const pool = new pg.Pool({ connectionString: own.server.url, max: 1, options: '-c TimeZone=UTC' });
  closings.push(() => pool.end());
  expect((await verifyAudit(pool)).broken).toBeUndefined();
}, 300_000);
