import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, processesIn, signalIfAlive } from '../../../scripts/servers/leftovers.ts';
import { startPostgres } from '../../../scripts/servers/postgres.ts';
import { startRedis } from '../../../scripts/servers/redis.ts';

const stem = 'aula-test-';

/**
 * Jest's globalSetup: one PostgreSQL (no fsync) and, where a program is on the PATH, one Redis for the whole run.
 * Publishes `AULA_TEST_DATABASE_URL` (superuser) and `AULA_TEST_REDIS_URL`; a variable that is set already is used as it is.
 */
export default async function setup(): Promise<void> {
  await removeLeftovers();
  const dataRoot = await mkdtemp(join(tmpdir(), `${stem}${process.pid}-`));
  const files = join(dataRoot, 'tmp');
  await mkdir(files);
  process.env['TMPDIR'] = files; // whatever tests leave behind goes with the run
  const servers = await Promise.all([database(dataRoot), redis(dataRoot)]);
  const running = servers.filter((server) => server !== undefined);
  const remove = (): void => rmSync(dataRoot, { recursive: true, force: true });
  // A run that is interrupted gets no teardown; the exit handler is its last, synchronous chance.
  const onExit = (): void => running.forEach((server) => signalIfAlive(server.pid, 'SIGINT'));
  const onSignal = (): never => process.exit(130);
  process.on('exit', onExit).on('SIGINT', onSignal).on('SIGTERM', onSignal);
  Object.assign(globalThis, {
    stopTestServers: async () => {
      await Promise.all(running.map((server) => server.stop()));
      process.off('exit', onExit).off('SIGINT', onSignal).off('SIGTERM', onSignal);
      remove();
    },
  });
}

async function database(dataRoot: string): ReturnType<typeof startRedis> {
  if (process.env['AULA_TEST_DATABASE_URL']) return undefined;
  const settings = { max_connections: '300', shared_buffers: '128MB', autovacuum_naptime: '5min' };
  const server = await startPostgres({ dataRoot, firstPort: 20432, durable: false, settings });
  process.env['AULA_TEST_DATABASE_URL'] = server.url;
  return server;
}

async function redis(dataRoot: string): ReturnType<typeof startRedis> {
  if (process.env['AULA_TEST_REDIS_URL']) return undefined;
  const server = await startRedis({ dataRoot, firstPort: 20379, durable: false });
  if (server) process.env['AULA_TEST_REDIS_URL'] = server.url;
  return server;
}

/** Folders are named after the process that made them; where it was killed, its servers and files are still there. */
async function removeLeftovers(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(stem));
  for (const name of names.filter((each) => !isAlive(Number(each.slice(stem.length).split('-')[0])))) {
    const folder = join(tmpdir(), name);
    for (const part of ['postgres', 'redis']) {
      for (const pid of processesIn(join(folder, 'servers', part))) signalIfAlive(pid, 'SIGKILL');
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
