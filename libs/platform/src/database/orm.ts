import { MikroORM, type EntitySchema, type Options } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { House } from '@aula/contracts';
import type { Settings } from '../settings/settings.js';
import { roleUrl } from './roles.js';
import { typeOverrides } from './types.js';

/** Limits of one connection, in ms. A process that answers people gives up soon; a worker has longer statements. */
export interface ConnectionLimits {
  readonly statement: number;
  readonly lock: number;
  readonly pool: number;
}
export const doorLimits: ConnectionLimits = { statement: 15_000, lock: 5_000, pool: 8 };
export const workerLimits: ConnectionLimits = { statement: 300_000, lock: 30_000, pool: 6 };
/** Connections of a house's plain pool, beside those of its ORM. */
export const plainPool = 4;
/** Connections of a worker for the plumbing's own statements. */
export const plumbingPool = 2;

/** Options of every pg connection: limits, UTC, our value types; connections die with the network instead of hanging. */
export const connectionOptions = (limits: ConnectionLimits, name: string) => ({
  application_name: name,
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
  types: typeOverrides(),
  options: [
    `-c statement_timeout=${limits.statement}`,
    `-c lock_timeout=${limits.lock}`,
    '-c idle_in_transaction_session_timeout=60000',
    '-c TimeZone=UTC',
    '-c synchronous_commit=on',
    '-c random_page_cost=1.1', // what is read often lies in memory: with the default of 4 a chunk of a cohort reads whole tables
    '-c jit=off',
  ].join(' '),
});

/** Opens the house's own MikroORM: own role, own context name, entities listed by the house. Nothing is created or changed. */
export const openOrm = (house: House, entities: readonly EntitySchema[], settings: Settings, limits: ConnectionLimits): Promise<MikroORM> =>
  MikroORM.init({
    clientUrl: roleUrl(settings, house),
    contextName: house,
    schema: house,
    entities: [...entities],
    discovery: { warnWhenNoEntities: false },
    forceUtcTimezone: true,
    pool: { min: 0, max: limits.pool },
    driverOptions: { ...connectionOptions(limits, `aula-${house}`), onPoolCreated: takeBackTheDead },
    debug: false,
  } as Options);

/** ms in which whoever holds a connection that died may still give it back. */
const takeBackAfter = 1_000;

/**
 * Frees the place of a connection that dies within a transaction. Kysely gives a connection back once its ROLLBACK succeeded, which on a
 * dead one it never does: without this, every transaction cut off by a restart of the database costs a place of the pool for good.
 */
const takeBackTheDead = (pool: pg.Pool): void => {
  const held = new WeakSet<pg.PoolClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => setTimeout(() => held.has(client) && client.release(true), takeBackAfter).unref());
  });
};
