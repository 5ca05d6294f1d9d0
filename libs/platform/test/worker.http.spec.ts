import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JobKind } from '@aula/contracts';
import { inOrder, openHouse, openProducer, openRuntime, startWorker, Work } from '@aula/platform';
import { cloneDatabase, testSettings } from '@aula/testing';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { queueConnection, queueName, queuePrefix } from '../src/work/queue.js';
import { CohortModule, cohort } from './a-cohort.js';
import { NoteModule, faults, scratchTable } from './a-house.js';

const redisUrl = process.env['AULA_TEST_REDIS_URL'];
const backends = [...(redisUrl ? [['Redis', redisUrl]] : []), ['PostgreSQL', undefined]] as [string, string | undefined][];
const closings: (() => Promise<unknown>)[] = [];
afterAll(() => inOrder(closings, (close) => close()), 60_000);
const eventually = async (question: () => Promise<boolean>, ms: number): Promise<void> => {
  const until = Date.now() + ms;
  while (!(await question())) {
    if (Date.now() > until) throw new Error('it did not come about in time');
    await sleep(50);
  }
};

/** A worker of two houses and a door that orders from them. */
const running = async (redis: string | undefined) => {
  const database = await cloneDatabase();
  const runtime = openRuntime('test', { settings: testSettings(database.url, { redisUrl: redis }) });
  const owner = new pg.Pool({ connectionString: database.url, max: 2 });
  owner.on('error', () => undefined);
  await owner.query(scratchTable);
  const producer = await openProducer(runtime);
  const door = await openHouse(NoteModule, runtime, producer.wake);
  const worker = await startWorker([NoteModule, CohortModule], runtime);
  let closed: Promise<void> | undefined;
  const closeWorker = () => (closed ??= worker.close());
  closings.push(
    closeWorker,
    () => door.app.close(),
    () => producer.close(),
    () => owner.end(),
    () => database.drop(),
  );
  return {
    owner,
    runtime,
    worker,
    closeWorker,
    triggers: producer.triggers,
    order: (kind: JobKind, subjects: string[]) =>
      door.app.get(Work).run((_, record) => Promise.resolve(record.order(kind, subjects, { afterSeconds: 0 }))),
    count: async (kind: JobKind, state: string): Promise<number> => {
      const text = `select count(*)::int as n from platform.job where kind = $1 and state = $2`;
      return (await owner.query<{ n: number }>(text, [kind, state])).rows[0]!.n;
    },
  };
};

describe.each(backends)('with triggers in %s', (_, redis) => {
  let academy: Awaited<ReturnType<typeof running>>;
  beforeAll(async () => {
    academy = await running(redis);
  });

  it('works an order at once, and without the queue within the sweeper’s round', async () => {
    const { owner, order, count, worker } = academy;
    await order('enrollment.enroll-cohort', [randomUUID()]);
    await eventually(async () => (await count('enrollment.enroll-cohort', 'done')) === 1, 20_000);
    if (redis) {
      const client = new Redis(redis);
      await client.flushall();
      await client.quit();
    }
    // an order whose trigger never reached the queue
    await owner.query(`insert into platform.job (id, kind, subject) values (gen_random_uuid(), 'enrollment.enroll-cohort', 'untold')`);
    await eventually(async () => (await count('enrollment.enroll-cohort', 'done')) === 2, 20_000);
    const answer = await fetch(`http://127.0.0.1:${(worker.server.address() as { port: number }).port}/health/live`);
    expect(answer.status).toBe(200);
  });

  it('does the others of a chunk long before the sweeper comes by four times', async () => {
    const subjects = Array.from({ length: 500 }, () => randomUUID());
    Object.assign(cohort, { poison: subjects[250], ms: 0 });
    await academy.order('assessment.grade-attempts', subjects);
    await eventually(async () => (await academy.count('assessment.grade-attempts', 'done')) === 499, 6_000);
    const { rows } = await academy.owner.query<{ subject: string }>(
      `delete from platform.job where kind = 'assessment.grade-attempts' and state <> 'done' returning subject`,
    );
    expect(rows).toEqual([{ subject: cohort.poison }]);
  });

  it('takes a second slot for more than a chunk', async () => {
    Object.assign(cohort, { poison: '', ms: 100, most: 0 });
    await academy.owner.query('delete from platform.job');
    await academy.order(
      'assessment.grade-attempts',
      Array.from({ length: 4_000 }, () => randomUUID()),
    );
    await eventually(async () => (await academy.count('assessment.grade-attempts', 'done')) === 4_000, 15_000);
    expect(cohort.most).toBe(2);
  });

  it('asks for the same help once', async () => {
    const connection = queueConnection(academy.runtime.settings, 'producer');
    const queue = new Queue(queueName('identity'), { connection, prefix: queuePrefix(academy.runtime.settings) }); // nobody works it
    closings.unshift(() => queue.close());
    await inOrder(Array(20).keys(), (n) => academy.triggers.help('identity.send-mail', 1 + (n % 2)));
    const asked = (await queue.getWaiting()).filter(({ name }) => name === 'identity.send-mail');
    expect(asked.map(({ data }) => data as object)).toEqual([{ helper: 1 }, { helper: 2 }]);
  });

  it('finishes what is in hand when it closes, and leaves the rest of a backlog to others', async () => {
    faults.hearMs = 200;
    const fact = {
      unitId: randomUUID(),
      enrollmentId: randomUUID(),
      progress: 1,
      completion: 'completed',
      success: 'unknown',
      score: null,
    };
    await academy.owner.query(
      `with told as (
         insert into platform.event (id, house, name, items)
         select gen_random_uuid(), 'content', 'unit.progressed', jsonb_build_array($1::jsonb) from generate_series(1, 60) returning id)
       insert into platform.delivery (event_id, consumer) select id, 'enrollment' from told`,
      [JSON.stringify(fact)],
    );
    const deliveries = async (state: string): Promise<number> => {
      const text = `select count(*)::int as n from platform.delivery where state = $1`;
      return (await academy.owner.query<{ n: number }>(text, [state])).rows[0]!.n;
    };
    await eventually(async () => (await deliveries('done')) > 0, 10_000);
    await academy.closeWorker();
    expect(await deliveries('pending')).toBeGreaterThan(40);
    expect((await academy.owner.query(`select from platform.delivery where state = 'pending' and attempts > 0`)).rowCount).toBe(0);
    faults.hearMs = 0;
  });
});
