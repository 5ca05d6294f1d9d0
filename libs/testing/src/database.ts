import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, globSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { testSecret } from './settings.js';

const root = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** The superuser's address of the test server; jest's global set-up publishes it. */
export const serverUrl = (): string => {
  const url = process.env['AULA_TEST_DATABASE_URL'];
  if (!url) throw new Error('AULA_TEST_DATABASE_URL is missing: run the tests through jest');
  return url;
};

const addressOf = (database: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
};

const asServer = async <T>(body: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await body(client);
  } finally {
    await client.end();
  }
};

/** A database of a test's own, as migrated as the product's, or as `kept` by this name. Dropped by `drop`. */
export const cloneDatabase = async (kept?: string): Promise<{ url: string; drop: () => Promise<void> }> => {
  const name = `aula_clone_${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(5).toString('hex')}`;
  await asServer(async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('aula template'))`);
    const template = kept ?? (await templateDatabase(client));
    await client.query(`create database ${name} template ${template}`);
  });
  return {
    url: addressOf(name),
    drop: () =>
      asServer(async (client) => {
        await leftBy(client, name);
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
};

/** Waits a moment for connections that are on their way out: one that is cut off by force tells its pool, which has no ear any more. */
const leftBy = async (client: pg.Client, name: string): Promise<void> => {
  for (let tries = 0; tries < 20; tries++) {
    const there = await client.query('select from pg_stat_activity where datname = $1 limit 1', [name]);
    if (there.rowCount === 0) return;
    await sleep(25);
  }
};

/** Keeps a database that nobody uses any more for others to be cloned of, under this name. */
export const keepDatabase = (url: string, name: string): Promise<void> =>
  asServer(async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`alter database ${new URL(url).pathname.slice(1)} rename to ${name}`);
  });

/** The migrated template of the present release; built once per server, rebuilt when a migration changes. */
const templateDatabase = async (client: pg.Client): Promise<string> => {
  const name = `aula_template_${releaseHash()}`;
  const there = await client.query('select from pg_database where datname = $1', [name]);
  if (there.rowCount === 1) return name;
  const building = `${name}_building`;
  await client.query(`drop database if exists ${building} with (force)`);
  await client.query(`create database ${building}`);
  await migrateByScript(addressOf(building));
  await client.query(`alter database ${building} rename to ${name}`);
  return name;
};

/** What the migration consists of, as built: a change of any of it makes a new template. */
const releaseHash = (): string => {
  const files = globSync(['libs/*/dist/migrations/*.js', 'libs/platform/dist/database/*.js', 'libs/contracts/dist/views.js'], {
    cwd: root,
  }).sort();
  if (files.length === 0) throw new Error('build first: npx tsc -b');
  const hash = createHash('sha256');
  files.forEach((file) => hash.update(file).update(readFileSync(path.join(root, file))));
  return hash.digest('hex').slice(0, 16);
};

const migrateByScript = async (databaseUrl: string): Promise<void> => {
  const secretFile = path.join(mkdtempSync(path.join(tmpdir(), 'aula-secret-')), 'secret');
  writeFileSync(secretFile, testSecret, { mode: 0o600 });
  const environment = { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, AULA_SECRET_FILE: secretFile };
  await run(process.execPath, ['scripts/migrate.ts'], { cwd: root, env: environment });
};
