import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { mostConnections } from '@aula/platform';
import { askRedis, cloneDatabase } from '@aula/testing';
import { demandAdministrator } from '../../../scripts/launch/administrator.ts';
import { lockFolder, refuseBusyPort } from '../../../scripts/launch/lock.ts';
import { readStartSettings, secretFile } from '../../../scripts/launch/settings.ts';
import { serverRoot } from '../../../scripts/servers/account.ts';
import { isAlive } from '../../../scripts/servers/leftovers.ts';
import { startPostgres, type RunningServer } from '../../../scripts/servers/postgres.ts';
import { startRedis } from '../../../scripts/servers/redis.ts';

/** What a person's machine does to `scripts/start`: kills, taken ports, used pids, second starts, wrong settings. */
const folder = mkdtempSync(join(tmpdir(), 'aula-launcher-'));
chmodSync(folder, 0o711); // as root the servers run as somebody else, who must be able to pass
const running: { stop: () => Promise<unknown> }[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the embedded PostgreSQL', () => {
  const dataRoot = join(folder, 'data');
  const lockFile = join(dataRoot, 'servers', 'postgres', 'postmaster.pid');
  const start = async (takeOver = true): Promise<RunningServer> => {
    const server = await startPostgres({ dataRoot, firstPort: 21_432, durable: false, takeOver, settings: { shared_buffers: '16MB' } });
    running.push(server);
    return server;
  };

  it('creates its cluster, keeps what is committed and finds it again', async () => {
    const server = await start();
    await query(server.url, 'create table kept as select 42 as answer');
    await server.stop();
    const again = await start();
    expect(await query(again.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(await query(again.url, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
  });

  it('has room for all pools of the academy and its worker without Redis, and for migrations and an administrator beside them', async () => {
    const [settings] = await query((await start()).url, `select current_setting('max_connections')::int as most`);
    const { academy, worker } = mostConnections();
    expect((settings as { most: number }).most).toBeGreaterThan(academy + worker + 20);
  });

  it('takes the next port when one is taken', async () => {
    const other = await listenOn(21_432);
    running.push({ stop: () => new Promise((resolve) => other.close(resolve)) });
    const server = await start();
    expect(Number(new URL(server.url).port)).toBeGreaterThan(21_432);
  });

  it('takes the next port when a PostgreSQL of somebody else is there', async () => {
    const neighbour = await startPostgres({ dataRoot: join(folder, 'neighbour'), firstPort: 21_432, durable: false });
    running.push(neighbour);
    const server = await start();
    expect(new URL(server.url).port).not.toBe(new URL(neighbour.url).port);
    expect(await query(server.url, 'show data_directory')).toEqual([{ data_directory: join(dataRoot, 'servers', 'postgres') }]);
  });

  it('recovers after a kill without losing a committed row', async () => {
    const server = await start();
    await query(server.url, 'create table survivor as select 1 as one');
    process.kill(server.pid, 'SIGKILL');
    await server.gone;
    expect(await query((await start()).url, 'select one from survivor')).toEqual([{ one: 1 }]);
  });

  it('starts although the pid in its lock belongs to another program by now', async () => {
    const server = await start();
    const lock = readFileSync(lockFile, 'utf8');
    process.kill(server.pid, 'SIGKILL');
    await server.gone;
    const stranger = sleeper();
    writeFileSync(lockFile, lock.replace(/^\d+/, String(stranger.pid)));
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('leaves a running server alone, or stops it when its launcher is known to be gone', async () => {
    const left = await start();
    await expect(start(false)).rejects.toThrow(`PostgreSQL already runs on`);
    const server = await start(true);
    await left.gone;
    expect(isAlive(left.pid)).toBe(false);
    expect(await query(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('ends with its launcher, even when that is killed', async () => {
    const launcher = spawn(process.execPath, ['--input-type=module', '-e', launching(dataRoot)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = Number(await new Promise((resolve) => launcher.stdout.once('data', resolve)));
    await kill(launcher);
    for (let tries = 0; isAlive(pid) && tries < 200; tries++) await sleep(50);
    expect(isAlive(pid)).toBe(false);
  });

  it('does not let a stranger in without the password', async () => {
    const server = await start();
    const url = new URL(server.url);
    url.password = 'postgres';
    await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  });
});

const hasRedis = ['valkey-server', 'redis-server'].some((program) => spawnSync(program, ['--version']).status === 0);

(hasRedis ? describe : describe.skip)('the local Redis (skipped: no valkey-server or redis-server on the PATH)', () => {
  const start = async (name: string): Promise<RunningServer> => {
    const server = await startRedis({ dataRoot: join(folder, name), firstPort: 21_379 });
    if (server) running.push(server);
    return server as RunningServer;
  };

  it('keeps what it was told over a restart, and its memory is never a reason to forget', async () => {
    const server = await start('queue');
    await askRedis(server.url, (client) => client.set('kept', 'yes'));
    await server.stop();
    const again = await start('queue');
    expect(await askRedis(again.url, (client) => client.get('kept'))).toBe('yes');
    expect(await askRedis(again.url, (client) => client.config('GET', 'maxmemory-policy'))).toEqual(['maxmemory-policy', 'noeviction']);
  });

  it('takes the next port when a Redis of somebody else is there, with or without a password', async () => {
    const program = spawnSync('valkey-server', ['--version']).status === 0 ? 'valkey-server' : 'redis-server';
    const open = spawn(program, ['--port', '21379', '--bind', '127.0.0.1', '--save', ''], { stdio: 'ignore', cwd: folder });
    running.push({ stop: () => kill(open) });
    await askRedis('redis://127.0.0.1:21379', (client) => client.ping());
    const first = await start('queue');
    const second = await start('other-queue');
    expect(new Set(['21379', new URL(first.url).port, new URL(second.url).port]).size).toBe(3);
  });
});

(process.getuid?.() === 0 ? describe : describe.skip)(
  'where servers keep their files (skipped: only root starts them as somebody else)',
  () => {
    const elsewhere = join(folder, 'elsewhere');

    it('goes round a closed folder above the data folder, and says where in it', () => {
      const closed = mkdtempSync(join(folder, 'closed-')); // 0700, as mktemp makes them
      const root = serverRoot(join(closed, 'data'), elsewhere);
      expect(root.startsWith(join(elsewhere, 'servers-'))).toBe(true);
      expect(realpathSync(join(closed, 'data', 'servers'))).toBe(root);
      expect(serverRoot(join(closed, 'data'), elsewhere)).toBe(root);
      expect(statSync(closed).mode & 0o777).toBe(0o700);
    });

    it('lets its account pass a closed data folder, and read nothing in it', () => {
      const data = mkdtempSync(join(folder, 'data-'));
      expect(serverRoot(data, elsewhere)).toBe(join(data, 'servers'));
      expect(statSync(data).mode & 0o777).toBe(0o711);
    });
  },
);

describe('an academy without a demonstration', () => {
  it('is not opened while nobody could enter it', async () => {
    const { url, drop } = await cloneDatabase();
    running.push({ stop: drop });
    const open = (more: NodeJS.ProcessEnv = {}) => demandAdministrator({ DATABASE_URL: url, ...more });
    await expect(open()).rejects.toThrow('AULA_ADMIN_EMAIL');
    await expect(open({ AULA_ADMIN_EMAIL: 'ada@aula.example' })).resolves.toBeUndefined();
    await query(
      url,
      `with ada as (insert into identity.person (id, email, given_name, family_name) values (gen_random_uuid(), 'ada@aula.example', 'Ada', 'Paz') returning id)
       insert into identity.role_grant (id, person_id, role, scope_kind) select gen_random_uuid(), id, 'administrator', 'everything' from ada`,
    );
    await expect(open()).resolves.toBeUndefined();
  });
});

describe('the lock of the data folder', () => {
  it('refuses a second start, and falls with its process', async () => {
    const script = `
      import { lockFolder } from ${JSON.stringify(new URL('../../../scripts/launch/lock.ts', import.meta.url).href)};
      lockFolder(${JSON.stringify(folder)});
      console.log('locked');
      setInterval(() => undefined, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    running.push({ stop: () => kill(holder) });
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    expect(() => lockFolder(folder)).toThrow('in use');
    await kill(holder);
    lockFolder(folder)();
  });

  it('says which port is busy', async () => {
    const other = await listenOn(21_480);
    running.push({ stop: () => new Promise((resolve) => other.close(resolve)) });
    await expect(refuseBusyPort(21_480, '127.0.0.1')).rejects.toThrow('Port 21480 is in use');
    await expect(refuseBusyPort(21_481, '127.0.0.1')).resolves.toBeUndefined();
  });
});

describe('the settings of start', () => {
  const read = (env: NodeJS.ProcessEnv) => readStartSettings({ AULA_DATA: folder, ...env });

  it('shows a demonstration on this machine only', () => {
    expect(read({})).toMatchObject({ port: 3000, host: '127.0.0.1', demonstration: true, queue: 'find' });
    expect(() => read({ HOST: '0.0.0.0' })).toThrow('AULA_DEMO=0');
    expect(read({ HOST: '0.0.0.0', AULA_DEMO: '0' })).toMatchObject({ host: '0.0.0.0', demonstration: false });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT is "http"'],
    [{ PORT: '70000' }, 'PORT is "70000"'],
    [{ QUEUE_BACKEND: 'rabbit' }, 'QUEUE_BACKEND is "rabbit"'],
    [{ AULA_DEMO: '0', AULA_ADMIN_EMAIL: 'ada@aula.example' }, 'AULA_ADMIN_EMAIL and AULA_ADMIN_PASSWORD go together'],
  ])('refuses %j', (env, words) => {
    expect(() => read(env)).toThrow(words);
  });

  it('makes one secret that nobody else reads, and keeps it', () => {
    const file = secretFile({}, folder);
    const secret = readFileSync(file, 'utf8');
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(readFileSync(secretFile({}, folder), 'utf8')).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

/** A program that starts the embedded PostgreSQL, prints its pid and waits. */
const launching = (dataRoot: string): string => `
  import { startPostgres } from ${JSON.stringify(new URL('../../../scripts/servers/postgres.ts', import.meta.url).href)};
  const server = await startPostgres({ dataRoot: ${JSON.stringify(dataRoot)}, firstPort: 21432, durable: false });
  console.log(server.pid);
  setInterval(() => undefined, 1000);`;

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy()).once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

/** A program that does nothing, for its pid. */
function sleeper(): ChildProcess {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  running.push({ stop: () => kill(child) });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
}
