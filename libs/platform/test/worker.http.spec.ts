import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { inOrder, openHouse, openProducer, openRuntime, startWorker, Work } from '@aula/platform';
import { cloneDatabase, testSettings } from '@aula/testing';
import { Redis } from 'ioredis';
import pg from 'pg';
import { NoteModule } from './a-house.js';

const redisUrl = process.env['AULA_TEST_REDIS_URL'];
// Redis first: once BullMQ's backend is PostgreSQL it stays so for the process
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

describe.each(backends)('with triggers in %s', (_, redis) => {
  it('works an order at once, and without the queue within the sweeper’s round', async () => {
    const database = await cloneDatabase();
    const runtime = openRuntime('test', { settings: testSettings(database.url, { redisUrl: redis }) });
    const owner = new pg.Pool({ connectionString: database.url, max: 2 });
    owner.on('error', () => undefined);
    const producer = await openProducer(runtime);
    const door = await openHouse(NoteModule, runtime, producer.wake);
    const worker = await startWorker([NoteModule], runtime);
    closings.push(
      () => worker.close(),
      () => door.app.close(),
      () => producer.close(),
      () => owner.end(),
      () => database.drop(),
    );
    const count = async (state: string): Promise<number> =>
      (
        await owner.query<{ n: number }>(
          `select count(*)::int as n from platform.job where kind = 'enrollment.enroll-cohort' and state like $1`,
          [state],
        )
      ).rows[0]!.n;
    const order = () => door.app.get(Work).run((_, record) => Promise.resolve(record.order('enrollment.enroll-cohort', [randomUUID()])));
    await order();
    expect(await count('%')).toBe(1);
    await eventually(async () => (await count('done')) === 1, 20_000);
    if (redis) {
      const client = new Redis(redis);
      await client.flushall();
      await client.quit();
    }
    // an order whose trigger never reached the queue
    await owner.query(`insert into platform.job (id, kind, subject) values (gen_random_uuid(), 'enrollment.enroll-cohort', 'untold')`);
    await eventually(async () => (await count('done')) === 2, 20_000);
    const answer = await fetch(`http://127.0.0.1:${(worker.server.address() as { port: number }).port}/health/live`);
    expect(answer.status).toBe(200);
  }, 40_000);
});
