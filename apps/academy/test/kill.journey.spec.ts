import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from '@jest/globals';
import { verifyAudit } from '@aula/platform';
import { testSecret, wipeQueue } from '@aula/testing';
import pg from 'pg';
import { AcademyClient } from '../../../scripts/demo/academy-client.ts';
import { startPostgres, type RunningServer } from '../../../scripts/servers/postgres.ts';
import { RunningAcademy, until } from './running-academy.ts';
import { smallCohort, type Cohort, type Officer } from './small-cohort.ts';

/** Everything dies at any moment while officers sit an examination: nothing acknowledged is lost, nothing is done twice. */
const seed = Number(process.env['AULA_TEST_SEED'] ?? Math.floor(Math.random() * 1e9));
process.stdout.write(`kill test: seed ${seed} (AULA_TEST_SEED repeats it)\n`);
const officers = 40;
const closings: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closings.reverse()) await close();
}, 60_000);

/** A small seeded generator (mulberry32). */
const generator = (state: number) => (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const ownDatabase = async (): Promise<{ server: RunningServer; restart: () => Promise<void> }> => {
  const dataRoot = mkdtempSync(path.join(tmpdir(), 'aula-kill-'));
  closings.push(() => rmSync(dataRoot, { recursive: true, force: true }));
  const options = { dataRoot, firstPort: 21_700, durable: true, settings: { shared_buffers: '64MB' } };
  const own = { server: await startPostgres(options), restart: async () => {} };
  closings.push(() => own.server.stop());
  own.restart = async () => {
    process.kill(own.server.pid, 'SIGQUIT'); // immediate shutdown: as a crash, with recovery at the next start
    await own.server.gone;
    own.server = await startPostgres({ ...options, firstPort: Number(new URL(own.server.url).port) });
  };
  const secret = path.join(dataRoot, 'secret');
  writeFileSync(secret, testSecret, { mode: 0o600 });
  const environment = { PATH: process.env['PATH'], DATABASE_URL: own.server.url, AULA_SECRET_FILE: secret };
  const migrated = spawnSync(process.execPath, ['scripts/migrate.ts'], {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    env: environment,
    encoding: 'utf8',
  });
  if (migrated.status !== 0) throw new Error(migrated.stderr);
  return own;
};

interface Acknowledged {
  attemptId: string;
  answers: Map<string, number>;
  submitted: boolean;
}

/** Repeats a request until it is answered: what was not acknowledged is sent again, as the web application does. */
const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      const passing = !/: 4\d\d /.test(String(error)) || / 429 /.test(String(error));
      if (!passing || tries > 200) throw error;
      await sleep(100 + 20 * tries);
    }
  }
};

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
  const own = await ownDatabase();
  const academy = await RunningAcademy.start({ databaseUrl: own.server.url });
  closings.push(() => academy.close());
  const cohort = await smallCohort(academy, officers);
  const random = generator(seed);
  const faults = {
    worker: async () => {
      await academy.kill('worker');
      await sleep(300);
      await academy.run('worker');
    },
    academy: async () => {
      await academy.kill('academy');
      await academy.run('academy');
    },
    queue: async () => {
      const url = process.env['AULA_TEST_REDIS_URL'];
      if (url) await wipeQueue(url);
    },
    database: () => own.restart(),
  };
  const told: string[] = [];
  let sitting = true;
  const chaos = (async () => {
    const first: (keyof typeof faults)[] = ['worker', 'database', 'queue', 'academy'];
    while (sitting || first.length > 0) {
      const name = first.shift() ?? (Object.keys(faults) as (keyof typeof faults)[])[Math.floor(random() * 4)]!;
      await faults[name]();
      told.push(name);
      await sleep(300 + random() * 700);
    }
  })();
  const acknowledged: Acknowledged[] = [];
  const waiting = [...cohort.officers];
  const sitters = Array.from({ length: 8 }, async () => {
    for (let officer = waiting.shift(); officer; officer = waiting.shift()) acknowledged.push(await sit(academy, cohort, officer));
  });
  await Promise.all(sitters);
  sitting = false;
  await chaos;
  process.stdout.write(`faults: ${told.join(' ')}\n`);

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
