import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
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

let own: Awaited<ReturnType<typeof ownDatabase>>;
let academy: RunningAcademy;
let cohort: Cohort;
beforeAll(async () => {
  own = await ownDatabase(closings);
  academy = await RunningAcademy.start({ databaseUrl: own.server.url });
  closings.push(() => academy.close());
  cohort = await smallCohort(academy, officers);
});

const count = async (text: string, parameters: unknown[] = []): Promise<number> =>
  Number((await academy.database.query<{ n: string }>(text, parameters)).rows[0]!.n);

/** Runs `act`, and kills the worker once it stands in the middle of a transaction that writes to `table`. */
const killedWhileWriting = async (table: string, act: () => Promise<unknown>): Promise<void> => {
  const holder = await academy.database.connect();
  try {
    await holder.query(`begin; lock table ${table} in share mode`);
    await act();
    const waiting = 'select count(*) as n from pg_locks where not granted and relation = $1::regclass';
    await until(`the worker writes to ${table}`, 30_000, async () => (await count(waiting, [table])) > 0);
    await academy.kill('worker');
    await holder.query('rollback');
  } finally {
    holder.release();
  }
  await aMinuteLater();
  await academy.run('worker');
};

/** What a process that died had in hand is anybody's again. */
const aMinuteLater = async (): Promise<void> => {
  await academy.database.query(`update platform.job set lease_until = lease_until - interval '1 minute' where state = 'running'`);
  await academy.database.query(`update platform.delivery set run_after = run_after - interval '1 minute' where state = 'pending'`);
};

it.each([['assessment.grade'], ['enrollment.completion'], ['accreditation.credential']])(
  'has its worker killed in the middle of writing to %s: the next does it, once',
  async (table) => {
    const officer = cohort.officers.pop()!;
    await killedWhileWriting(table, () => sit(academy, cohort, officer));
    const issued = `select count(*) as n from accreditation.credential where state = 'issued' and enrollment_id = $1`;
    await until('the certificate is issued', 60_000, async () => (await count(issued, [officer.enrollmentId])) > 0);
    const { enrollmentId } = officer;
    const grades =
      'select count(*) as n from assessment.grade g join assessment.attempt a on a.id = g.attempt_id where a.enrollment_id = $1';
    expect(await count(grades, [enrollmentId])).toBe(1);
    for (const once of ['enrollment.completion', 'accreditation.credential'])
      expect(await count(`select count(*) as n from ${once} where enrollment_id = $1`, [enrollmentId])).toBe(1);
  },
  120_000,
);

it('loses no acknowledged answer, grades and certifies each officer exactly once', async () => {
  const sitting = cohort.officers.length;
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

  const issued = `select count(*) as n from accreditation.credential where state = 'issued'`;
  await until('every certificate is issued', 120_000, async () => (await count(issued).catch(() => -1)) === officers);

  expect(acknowledged.filter((each) => each.submitted)).toHaveLength(sitting);
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
