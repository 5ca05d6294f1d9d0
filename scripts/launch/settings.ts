import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';

/** What `scripts/start` is told from outside. */
export interface StartSettings {
  port: number;
  host: string;
  /** Data folder, absolute, with every link resolved. */
  dataRoot: string;
  /** Seeds the demonstration academy and its well-known passwords; loopback only. */
  demonstration: boolean;
  /** A PostgreSQL of the operator's own; undefined: the embedded one. */
  databaseUrl: string | undefined;
  /** How triggers of jobs travel: a Redis of the operator's own, the database (when asked for), or whatever is found. */
  queue: { redisUrl: string } | 'postgres' | 'find';
}

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

/** Reads the environment. Throws an Error that names the setting and its mend. */
export function readStartSettings(env: NodeJS.ProcessEnv): StartSettings {
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is "${env['PORT']}": give a number from 1 to 65535`);
  const demonstration = env['AULA_DEMO'] !== '0';
  const host = env['HOST'] || '127.0.0.1';
  if (demonstration && !loopback.has(host)) {
    throw new Error(`HOST is "${host}", but the demonstration has well-known passwords and listens on this machine only: set AULA_DEMO=0`);
  }
  if (!demonstration && Boolean(env['AULA_ADMIN_EMAIL']) !== Boolean(env['AULA_ADMIN_PASSWORD'])) {
    throw new Error('AULA_ADMIN_EMAIL and AULA_ADMIN_PASSWORD go together: give both or none');
  }
  const dataRoot = resolve(env['AULA_DATA'] || '.data');
  mkdirSync(dataRoot, { recursive: true, mode: 0o700 });
  return {
    port,
    host,
    dataRoot: realpathSync(dataRoot),
    demonstration,
    databaseUrl: env['DATABASE_URL'] || undefined,
    queue: queueOf(env),
  };
}

function queueOf(env: NodeJS.ProcessEnv): StartSettings['queue'] {
  const backend = env['QUEUE_BACKEND'];
  if (backend === 'postgres') return 'postgres';
  if (backend && backend !== 'redis') throw new Error(`QUEUE_BACKEND is "${backend}": give redis or postgres`);
  return env['REDIS_URL'] ? { redisUrl: env['REDIS_URL'] } : 'find';
}

/** File of the installation's secret (mode 0600), made at the first start: keys for links, tokens and roles derive from it. */
export function secretFile(env: NodeJS.ProcessEnv, dataRoot: string): string {
  if (env['AULA_SECRET_FILE']) return resolve(env['AULA_SECRET_FILE']);
  const file = join(dataRoot, 'secret');
  secretIn(file);
  return file;
}

/** Content of a secret file, which is made with 256 random bits when it is not there. */
export function secretIn(file: string): string {
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
