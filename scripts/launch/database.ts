import { join } from 'node:path';
import { createWriteStream } from 'node:fs';
import pg from 'pg';
import { startPostgres, type RunningServer } from '../servers/postgres.ts';
import { logFile } from './processes.ts';
import { secretIn } from './settings.ts';

/** The embedded PostgreSQL with the academy's database in it. */
export interface Database {
  /** URL of the owner, an ordinary role that may make roles: what a hosted PostgreSQL gives to its customers too. */
  url: string;
  server: RunningServer;
}

/** Starts the embedded PostgreSQL and makes owner and database `aula` at the first start. */
export async function startDatabase(dataRoot: string, logs: string): Promise<Database> {
  const log = createWriteStream(logFile(logs, 'postgres'), { flags: 'a', mode: 0o600 });
  const server = await startPostgres({ dataRoot, takeOver: true, onLog: (text) => log.write(text) });
  void server.gone.then(() => log.end());
  const password = secretIn(join(dataRoot, 'owner.password'));
  await prepare(server.url, password);
  const url = new URL(server.url);
  Object.assign(url, { username: 'aula', password, pathname: '/aula' });
  return { url: url.href, server };
}

async function prepare(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const owner = await client.query("select 1 from pg_roles where rolname = 'aula'");
    const verb = owner.rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role aula login createrole password ${pg.escapeLiteral(password)}`);
    const database = await client.query("select 1 from pg_database where datname = 'aula'");
    if (database.rowCount === 0) await client.query('create database aula owner aula');
  } finally {
    await client.end();
  }
}
