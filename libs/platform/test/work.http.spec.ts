import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { Sweeper, Work, arrayText, doorLimits, openPool, rows, type Scalar } from '@aula/platform';
import { house } from '@aula/testing';
import { NoteModule, faults, scratchTable } from './a-house.js';

const school = await house(NoteModule);
await school.sql(scratchTable);
const work = school.app.get(Work);
const progressed = () =>
  ({ enrollmentId: randomUUID(), unitId: randomUUID(), progress: 1, completion: 'completed', success: 'unknown', score: null }) as never;
const heard = async (): Promise<number> =>
  (await school.sql<{ n: number }>(`select count(*)::int as n from enrollment.scratch where kind = 'heard'`))[0]!.n;
const jobStates = () =>
  school.sql<{ state: string; attempts: number; last_error: string | null }>(
    `select state, attempts, last_error from platform.job where kind = 'enrollment.enroll-cohort' order by id`,
  );

it('has the effect of a fact once, though its hearer failed twice before', async () => {
  const before = await heard();
  faults.hear = 2;
  await expect(school.hears('unit.progressed', [progressed()])).rejects.toThrow('the hearer fails');
  expect(await heard()).toBe(before);
  await school.settle();
  expect(await heard()).toBe(before + 1);
  expect((await jobStates()).every((job) => job.state === 'done')).toBe(true);
});
it('makes a dead letter of a fact that never succeeds, and delivers the others', async () => {
  faults.hear = 10_000;
  await expect(school.hears('unit.progressed', [progressed()])).rejects.toThrow();
  await school.settle();
  const [dead] = await school.sql<{ attempts: number; last_error: string }>(
    `select attempts, last_error from platform.delivery where state = 'dead'`,
  );
  expect(dead).toMatchObject({ attempts: 10, last_error: 'Error: the hearer fails' });
  faults.hear = 0;
  await school.hears('unit.progressed', [progressed()]);
});
it('splits a fact of more than a thousand items', async () => {
  const item = () => ({ enrollmentId: randomUUID(), personId: randomUUID(), editionId: randomUUID() });
  await work.run((_, record) => Promise.resolve(record('enrollment.activated', Array.from({ length: 2_500 }, item) as never)));
  expect(await school.said('enrollment.activated')).toHaveLength(2_500);
  const sizes = await school.sql<{ n: number }>(
    `select jsonb_array_length(items) as n from platform.event where name = 'enrollment.activated' order by id`,
  );
  expect(sizes.map((each) => each.n)).toEqual([1_000, 1_000, 500]);
});
it('refuses a fact that breaks its contract, with everything that the verb changed', async () => {
  const failing = work.run(async (em, record) => {
    await rows(em, `insert into enrollment.scratch (kind) values ('never')`);
    record('enrollment.activated', [{ enrollmentId: 'no id' } as never]);
  });
  await expect(failing).rejects.toThrow();
  expect(await school.sql(`select from enrollment.scratch where kind = 'never'`)).toHaveLength(0);
});
it('keeps what is done apart, though the transaction around it is rolled back', async () => {
  const keep = (kind: string) => `insert into enrollment.scratch (kind) values ('${kind}')`;
  const failing = work.run(async (em) => {
    await rows(em, keep('within'));
    await work.apart((own) => rows(own, keep('apart')));
    throw new Error('the verb fails');
  });
  await expect(failing).rejects.toThrow('the verb fails');
  expect(await school.sql(`select kind from enrollment.scratch where kind in ('within', 'apart')`)).toEqual([{ kind: 'apart' }]);
});
it('keeps a group whole: change, fact and audit together, or nothing; and its connection comes back', async () => {
  const keep = { name: 'keep', text: `insert into enrollment.scratch (kind) values ($1)` };
  const before = (await school.said('unit.progressed')).length;
  await work.group(async (client, record) => {
    await rows(client, keep, ['group']);
    record('unit.progressed', [progressed()]);
  });
  for (let again = 0; again < 6; again++) {
    const failing = work.group(async (client, record) => {
      await rows(client, keep, ['no group']);
      record('unit.progressed', [progressed()]);
      await rows(client, 'select 1 / 0');
    });
    await expect(failing).rejects.toThrow('division by zero');
  }
  const killed = work.group((client) => rows(client, 'select pg_terminate_backend(pg_backend_pid())'));
  await expect(killed).rejects.toThrow();
  await work.group((client) => rows(client, keep, ['group']));
  const kept = await school.sql<{ kind: string }>(`select kind from enrollment.scratch where kind in ('group', 'no group')`);
  expect(kept.map(({ kind }) => kind)).toEqual(['group', 'group']);
  expect(await school.said('unit.progressed')).toHaveLength(before + 1);
});
it('repeats a group that lost against another, with nothing recorded twice', async () => {
  const lost = Object.assign(new Error('deadlock detected'), { code: '40P01' });
  const before = (await school.said('unit.progressed')).length;
  let tries = 0;
  await work.group((_, record) => {
    record('unit.progressed', [progressed()]);
    return ++tries < 3 ? Promise.reject(lost) : Promise.resolve();
  });
  expect(await school.said('unit.progressed')).toHaveLength(before + 1);
  await school.settle();
});
it.each<[string, readonly Scalar[]]>([
  ['text', ['', 'NULL', 'null', null, undefined, '{a,b}', 'a"b\\c\\\\"', ' edge ', 'línea\n\t😀', '\\x41']],
  ['float8', [0, -1.5, 1e21, null]],
  ['bool', [true, false, null]],
  ['uuid', [randomUUID(), null]],
  ['jsonb', ['{"a":["\\"",1]}', null]],
])('sends arrays of %s as they are', async (type, values) => {
  const [sent] = await school.sql<{ all: unknown[] }>(`select to_jsonb($1::${type}[]) as all`, [arrayText(type, values)]);
  expect(sent!.all).toEqual(values.map((value): unknown => (type === 'jsonb' && value ? JSON.parse(value as string) : (value ?? null))));
});
it('frees the lease of a worker that died, and makes a dead letter of a row that kills its worker each time', async () => {
  const platform = openPool(school.runtime.settings, 'platform', doorLimits, 1);
  const triggered: string[] = [];
  const sweeper = new Sweeper(platform, school.runtime.ids, (kinds) => Promise.resolve(void triggered.push(...kinds)));
  const crash = (attempts: number) =>
    school.sql(
      `update platform.job set state = 'running', attempts = $1, lease_token = gen_random_uuid(), lease_until = clock_timestamp() - interval '1 second'
                where kind = 'enrollment.enroll-cohort'`,
      [attempts],
    );
  await school.sql(`delete from platform.job`);
  await work.run((_, record) => Promise.resolve(record.order('enrollment.enroll-cohort', ['one'])));
  await crash(1);
  await sweeper.sweep(0);
  expect(triggered).toContain('enrollment.enroll-cohort');
  await school.settle();
  expect((await jobStates()).filter((job) => job.state === 'done')).toHaveLength(1);
  await crash(8);
  await sweeper.sweep(0);
  expect((await jobStates()).find((job) => job.state === 'dead')).toMatchObject({
    attempts: 8,
    last_error: 'the worker stopped while it worked on this',
  });
  await platform.end();
});
it('makes a dead letter of a fact that kills its worker each time', async () => {
  const platform = openPool(school.runtime.settings, 'platform', doorLimits, 1);
  const id = await anUnheardFact();
  await school.sql(`update platform.delivery set attempts = 10 where event_id = $1`, [id]);
  const before = await heard();
  await school.settle(); // nobody tries it an eleventh time
  expect(await heard()).toBe(before);
  await new Sweeper(platform, school.runtime.ids, () => Promise.resolve()).sweep(0);
  expect(await school.sql(`select state, attempts, last_error from platform.delivery where event_id = $1`, [id])).toEqual([
    { state: 'dead', attempts: 10, last_error: 'the worker stopped while it worked on this' },
  ]);
  await platform.end();
});
const anUnheardFact = async (): Promise<string> => {
  const id = school.runtime.ids.next();
  await school.sql(`insert into platform.event (id, house, name, items) values ($1, 'content', 'unit.progressed', $2)`, [
    id,
    JSON.stringify([progressed()]),
  ]);
  await school.sql(`insert into platform.delivery (event_id, consumer) values ($1, 'enrollment')`, [id]);
  return id;
};
it('neither waits for an order that is held nor takes it from its worker, whatever its lease says', async () => {
  const platform = openPool(school.runtime.settings, 'platform', doorLimits, 1);
  const triggered: string[] = [];
  const sweeper = new Sweeper(platform, school.runtime.ids, (kinds) => Promise.resolve(void triggered.push(...kinds)));
  await school.sql(`delete from platform.job`);
  await school.sql(`delete from platform.schedule`);
  await school.sql(
    `insert into platform.job (id, kind, state, attempts, lease_token, lease_until)
     values (gen_random_uuid(), 'enrollment.enroll-cohort', 'running', 1, gen_random_uuid(), clock_timestamp() - interval '1 second')`,
  );
  const worker = await work.group(async (client) => {
    await rows(client, `select 1 from platform.job where state = 'running' for update`);
    await sweeper.sweep(0); // waiting, it would end with the time limit for locks
    return jobStates();
  });
  expect(worker).toEqual([{ state: 'running', attempts: 1, last_error: null }]);
  expect(triggered).toContain('identity.remove-expired');
  await sweeper.sweep(0);
  expect(await jobStates()).toMatchObject([{ state: 'pending' }]);
  await platform.end();
});
it('orders scheduled work once per interval, however many sweepers run', async () => {
  const platform = openPool(school.runtime.settings, 'platform', doorLimits, 4);
  await school.sql(`delete from platform.job`);
  await school.sql(`delete from platform.schedule`);
  const sweepers = Array.from({ length: 4 }, () => new Sweeper(platform, school.runtime.ids, () => Promise.resolve()));
  await Promise.all(sweepers.map((sweeper) => sweeper.sweep(0)));
  const ordered = await school.sql<{ kind: string; n: number }>(`select kind, count(*)::int as n from platform.job group by kind`);
  expect(ordered.map((each) => each.n)).toEqual(ordered.map(() => 1));
  expect(ordered.map((each) => each.kind)).toContain('assessment.submit-overdue');
  await platform.end();
});

/** Rows that are old enough to go, and ones that are to stay. */
const aPast = `
  create temporary table age as select * from (values ('old', interval '15 days', interval '3 days'), ('new', interval '13 days', interval '1 hour')) a (name, work, rest);
  insert into platform.job (id, kind, subject, state, done_at)
    select gen_random_uuid(), 'enrollment.enroll-cohort', name || ' job ' || state, state, clock_timestamp() - work
    from age, unnest(array['done', 'cancelled']) state;
  insert into platform.event (id, house, name, items, recorded_at)
    select gen_random_uuid(), name || ' event ' || state, 'unit.progressed', '[]', clock_timestamp() - work from age, unnest(array['done', 'dead']) state;
  insert into platform.delivery (event_id, consumer, state, done_at)
    select id, 'nobody', substr(house, 11), recorded_at from platform.event where house ~ '^(old|new) event';
  insert into platform.idempotency (house, person_id, key, request_hash, created_at)
    select 'enrollment', gen_random_uuid(), name || ' key', '', clock_timestamp() - rest from age;
  insert into platform.process (id, houses, seen_at, queue_silent_ms, clock_ms) select gen_random_uuid(), array[name || ' process'], clock_timestamp() - rest, 0, 0 from age;
  insert into platform.rate (key, window_start, spent) select name || ' rate', clock_timestamp() - rest, 1 from age;
  drop table age`;
const pastLeft = `select what from (
  select subject as what from platform.job union all select house from platform.event union all select key from platform.idempotency
  union all select houses[1] from platform.process union all select key from platform.rate) w where what ~ '^(old|new) ' order by what`;
it('removes what is long done, and tries again in the next round where it could not', async () => {
  const platform = openPool(school.runtime.settings, 'platform', { ...doorLimits, lock: 200 }, 1);
  const sweeper = new Sweeper(platform, school.runtime.ids, () => Promise.resolve());
  const left = async (): Promise<string[]> => (await school.sql<{ what: string }>(pastLeft)).map(({ what }) => what);
  await school.sql(`truncate platform.job, platform.delivery, platform.event`);
  await school.sql(aPast);
  const all = await left();
  expect(all).toHaveLength(14);
  await work.group(async (client) => {
    await rows(client, `select 1 from platform.job where state = 'done' for update`);
    await expect(sweeper.sweep(10_000_000)).rejects.toThrow('lock timeout');
  });
  await sweeper.sweep(10_005_000);
  expect(await left()).toEqual(all.filter((what) => what.startsWith('new') || what === 'old event dead'));
  await school.sql(`update platform.job set done_at = clock_timestamp() - interval '15 days' where state = 'done'`);
  await sweeper.sweep(10_010_000); // what has been done is done for an hour
  expect(await left()).toContain('new job done');
  await platform.end();
});
