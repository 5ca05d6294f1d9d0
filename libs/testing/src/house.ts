import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll } from '@jest/globals';
import type { Type } from '@nestjs/common';
import lightMyRequest, { type InjectOptions } from 'light-my-request';
import pg from 'pg';
import { jobsOf, type Actor, type EventName, type Items, type ViewName, type ViewRow } from '@aula/contracts';
import {
  definitionOf,
  inOrder,
  openHouse,
  openRuntime,
  tokenHash,
  workOf,
  type Drivers,
  type HouseClass,
  type Settings,
} from '@aula/platform';
import { AnswerShapes } from './answer-shapes.js';
import { Client } from './client.js';
import { cloneDatabase } from './database.js';
import { publish, unpublish } from './publishes.js';
import { testSettings } from './settings.js';
import { TestClock } from './test-clock.js';

export interface SchoolOptions {
  settings?: Partial<Settings>;
  drivers?: Partial<Drivers>;
}
const settleRounds = 200;

/** One house on its own database, opened behind its door for the tests of a file and closed by itself: the only set-up there is. */
export const house = async (module: HouseClass, { settings = {}, drivers = {} }: SchoolOptions = {}) => {
  const { name } = definitionOf(module);
  const database = await cloneDatabase();
  const clock = new TestClock();
  const runtime = openRuntime(name, { settings: testSettings(database.url, settings), clock, ...drivers });
  const owner = new pg.Pool({ connectionString: database.url, max: 4 });
  owner.on('error', () => undefined);
  const closings: (() => unknown)[] = [
    () => owner.end(),
    () => database.drop(),
    () => rmSync(runtime.settings.dataFolder, { recursive: true, force: true }),
  ];
  afterAll(() => inOrder(closings, (close) => Promise.resolve(close())));
  if (name !== 'identity') await publish(owner, 'identity.pub_session', []);
  const opened = await openHouse(module, runtime, { ordered: () => undefined, recorded: () => undefined });
  const { runner, deliveries } = workOf(opened, runtime);
  const shapes = new AnswerShapes((Reflect.getMetadata('controllers', module) as Type[] | undefined) ?? []);
  const inject = (options: InjectOptions) => lightMyRequest(opened.handle, options);
  closings.unshift(() => opened.app.close());

  const sql = async <R extends object>(text: string, parameters: readonly unknown[] = []): Promise<R[]> =>
    (await owner.query(text, [...parameters])).rows as R[];
  /** One round: makes waiting retries due, then delivers and works. Returns how much was done. */
  const round = async (): Promise<number> => {
    await sql(`update platform.job set run_after = clock_timestamp() where state = 'pending' and kind = any($1)`, [jobsOf(name)]);
    await sql(`update platform.delivery set run_after = clock_timestamp() where state = 'pending' and consumer = $1`, [name]);
    const delivered = await deliveries.drain();
    const worked = await inOrder(jobsOf(name), (kind) => runner.drain(kind));
    return worked.reduce((sum, each) => sum + each, delivered);
  };
  const client = (headers: Record<string, string> = {}): Client => new Client(inject, shapes, headers);

  return {
    app: opened.app,
    runtime,
    clock,
    runner,
    deliveries,
    /** Reads or changes the database as its owner: for assertions, and for neighbours' tables. */
    sql,
    /** Nobody who is signed in. */
    visitor: client,
    /** Whoever holds this session or access token. */
    bearing: (token: string): Client => client({ authorization: `Bearer ${token}` }),
    /** The actor, signed in. Not in identity, whose tests sign in for real. */
    as: (actor: Actor): Client => {
      const token = randomUUID();
      const ready = publish(owner, 'identity.pub_session', [
        {
          token_hash: tokenHash(token),
          kind: 'session',
          person_id: actor.personId,
          language: actor.language,
          grants: actor.grants,
          expires_at: '2099-01-01T00:00:00Z',
        },
      ]);
      return new Client((async (options: never) => (await ready, inject(options))) as never, shapes, { authorization: `Bearer ${token}` });
    },
    /** Puts rows into a neighbour's published view (a stand-in after the first call). */
    publishes: <V extends ViewName>(view: V, rows: readonly Partial<ViewRow<V>>[]): Promise<void> => publish(owner, view, rows),
    unpublishes: (view: ViewName): Promise<void> => unpublish(owner, view),
    /** Delivers a fact to this house through its listener; throws when the listener does. */
    hears: async <E extends EventName>(event: E, items: Items<E>): Promise<void> => {
      const id = runtime.ids.next();
      await sql(`insert into platform.event (id, house, name, items) values ($1, 'testing', $2, $3)`, [id, event, JSON.stringify(items)]);
      await sql(`insert into platform.delivery (event_id, consumer) values ($1, $2)`, [id, name]);
      await deliveries.drain();
      const [after] = await sql<{ state: string; last_error: string }>(
        `select state, last_error from platform.delivery where event_id = $1 and consumer = $2`,
        [id, name],
      );
      if (after!.state !== 'done') throw new Error(`${name} could not take ${event}: ${after!.last_error}`);
    },
    /** Drains deliveries and jobs of the house until nothing is left to do; retries are made due at once. */
    settle: async (rounds = settleRounds): Promise<void> => {
      for (let done = 1, left = rounds; done > 0 && left > 0; left--) done = await round();
    },
    /** Every item of a fact that the house has recorded, in order. */
    said: async <E extends EventName>(event: E): Promise<Items<E>> => {
      const found = await sql<{ items: Items<E> }>(`select items from platform.event where name = $1 and house = $2 order by id`, [
        event,
        name,
      ]);
      return found.flatMap((each) => each.items);
    },
  };
};

/** What `house()` gives. */
export type School = Awaited<ReturnType<typeof house>>;
