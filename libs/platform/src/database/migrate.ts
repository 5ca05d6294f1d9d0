import pg from 'pg';
import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { runMigrations } from 'bullmq';
import { houses } from '@aula/contracts';
import { definitionOf, type HouseClass } from '../house.js';
import { inOrder } from '../in-order.js';
import type { Settings } from '../settings/settings.js';
import { AuditChain } from '../migrations/0002-audit-chain.js';
import { EventsAndJobs } from '../migrations/0001-events-and-jobs.js';
import { Administration } from '../migrations/0003-administration.js';
import { AcademyWideSettings } from '../migrations/0004-settings.js';
import { KeptApart } from '../migrations/0020-kept-apart.js';
import { foundationStatements, grantStatements } from './grants.js';
import { loginRoles, ownerRole, roleName, rolePassword } from './roles.js';
import { typeOverrides } from './types.js';

type MigrationClass = new (...parameters: ConstructorParameters<typeof Migration>) => Migration;

/**
 * Brings the database of `settings.databaseUrl` to this release: roles, schemas, migrations of the plumbing and of every house in
 * order, grants. Safe to run again and from two places at once (advisory lock). The login needs CREATEROLE and CREATE on the database.
 */
export const migrate = async (settings: Settings, modules: readonly HouseClass[]): Promise<void> => {
  const administrator = new pg.Client({ connectionString: settings.databaseUrl });
  await administrator.connect();
  try {
    await administrator.query(`select pg_advisory_lock(hashtext('aula migrate'))`);
    await runAll(administrator, foundation(await currentDatabase(administrator), settings));
    await migrateSchema(settings, 'platform', [EventsAndJobs, AuditChain, Administration, AcademyWideSettings, KeptApart]);
    const byName = new Map(modules.map((module) => [definitionOf(module).name, definitionOf(module)]));
    await inOrder(houses, (house) => migrateSchema(settings, house, byName.get(house)?.migrations ?? []));
    await runAll(administrator, grantStatements());
    await migrateQueue(administrator);
  } finally {
    await administrator.end();
  }
};

const currentDatabase = async (client: pg.Client): Promise<string> =>
  (await client.query<{ name: string }>('select current_database() as name')).rows[0]!.name;

const foundation = (database: string, settings: Settings): string[] =>
  foundationStatements(
    database,
    ['platform', ...houses],
    loginRoles.map((role) => ({ name: roleName(role), password: rolePassword(settings, role) })),
  );

const runAll = async (client: pg.Client, statements: readonly string[]): Promise<void> => {
  await client.query(statements.join(';\n'));
};

const migrateSchema = async (settings: Settings, schema: string, migrations: readonly MigrationClass[]): Promise<void> => {
  const orm = await MikroORM.init({
    clientUrl: settings.databaseUrl,
    contextName: `migrate-${schema}`,
    schema,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    pool: { min: 0, max: 1 },
    driverOptions: {
      types: typeOverrides(),
      options: `-c role=${ownerRole} -c lock_timeout=5000 -c search_path=public -c client_min_messages=warning`,
    },
    migrations: {
      tableName: `${schema}.migration`,
      snapshot: false,
      silent: true,
      allOrNothing: false,
      disableForeignKeys: false,
      migrationsList: migrations.map((migration) => ({
        name: new migration(undefined as never, undefined as never).name ?? migration.name,
        class: migration,
      })),
    },
  } as Options);
  try {
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
};

/** BullMQ's own tables, for installations without Redis. CREATE is needed: the first add to a queue makes its sequence. */
const migrateQueue = async (client: pg.Client): Promise<void> => {
  await runMigrations(client, 'bullmq');
  const queue = roleName('queue');
  await runAll(client, [
    `grant usage, create on schema bullmq to ${queue}`,
    `grant select, insert, update, delete on all tables in schema bullmq to ${queue}`,
    `grant usage, select on all sequences in schema bullmq to ${queue}`,
  ]);
};
