import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { account, bareEnvironment, bound, ownFolder, serverRoot } from './account.ts';
import { commandOf, processesIn, stopProcess } from './leftovers.ts';
import type { RunningServer } from './postgres.ts';

/** How to run the local queue server. */
export interface RedisOptions {
  /** Data folder of the academy; the server keeps its files in `servers/redis` below it. */
  dataRoot: string;
  /** First port to try. Default 16379. */
  firstPort?: number;
  /** How many ports to try, counting up. Default 20. */
  ports?: number;
  /** False for tests: nothing is written to disk. Default true: append-only file. */
  durable?: boolean;
  /** As for PostgreSQL: stop a server left over from a killed launcher first. */
  takeOver?: boolean;
  /** Receives what the server writes to its log. */
  onLog?: (text: string) => void;
}

/** Starts valkey-server or redis-server on 127.0.0.1 as a child process; undefined when neither is on the PATH. */
export async function startRedis(options: RedisOptions): Promise<RunningServer | undefined> {
  const program = onPath('valkey-server') ?? onPath('redis-server');
  if (program === undefined) return undefined;
  const root = serverRoot(options.dataRoot);
  const folder = join(root, 'redis');
  ownFolder(folder);
  if (options.takeOver) await stopLeftovers(folder);
  const password = passwordIn(join(root, 'redis.password'));
  const { firstPort: first = 16379, ports = 20 } = options;
  for (let port = first; port < first + ports; port++) {
    const server = await startOn(program, port, folder, password, options);
    if (server) return server;
  }
  throw new Error(`no free port for Redis between ${first} and ${first + ports - 1}`);
}

/** Undefined when the port is taken: the bind decides. */
async function startOn(
  program: string,
  port: number,
  folder: string,
  password: string,
  options: RedisOptions,
): Promise<RunningServer | undefined> {
  // The settings go through stdin: on the command line every user of the machine could read the password.
  // `detached`: Ctrl-C in a terminal must not reach it, its users end first.
  const child = spawn(...bound('TERM', program, ['-']), {
    ...account,
    env: bareEnvironment,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let log = '';
  const hear = (text: string): void => {
    log = (log + text).slice(-4000);
    options.onLog?.(text);
  };
  child.stdout.setEncoding('utf8').on('data', hear);
  child.stderr.setEncoding('utf8').on('data', hear);
  child.stdin.end(settings(port, folder, password, options.durable ?? true));
  const ending = new AbortController();
  const gone = new Promise<void>((resolve) => child.once('error', () => resolve()).once('close', () => resolve())).finally(() =>
    ending.abort(),
  );
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  const answer = await Promise.race([gone.then(() => 'nobody' as const), answers(url, child.pid, ending.signal)]);
  if (answer === 'ours') return { url, pid: child.pid ?? 0, gone, stop };
  await stop();
  if (answer === 'stranger' || /Address already in use/.test(log)) return undefined;
  throw new Error(`Redis did not start: ${log || 'it said nothing'}`);
}

/** BullMQ needs `noeviction`: an evicted key would be a lost trigger. */
function settings(port: number, folder: string, password: string, durable: boolean): string {
  const lines = ['bind 127.0.0.1', `port ${port}`, `dir "${folder}"`, `requirepass ${password}`, 'save ""', 'maxmemory-policy noeviction'];
  return [...lines, `appendonly ${durable ? 'yes' : 'no'}`, ''].join('\n');
}

/** Ready is an answer from our own process: at a taken port a stranger may answer, even to any password. */
async function answers(url: string, pid: number | undefined, ending: AbortSignal): Promise<'ours' | 'stranger' | 'nobody'> {
  while (!ending.aborted) {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0, connectTimeout: 1000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return Number(/^process_id:(\d+)/m.exec(await client.info('server'))?.[1]) === pid ? 'ours' : 'stranger';
    } catch (error) {
      if (/WRONGPASS|NOAUTH|invalid password/.test((error as Error).message)) return 'stranger';
      await sleep(20); // not listening yet, or still loading
    } finally {
      client.disconnect();
    }
  }
  return 'nobody';
}

async function stopLeftovers(folder: string): Promise<void> {
  const ours = processesIn(folder).filter((pid) => /^(valkey|redis)-server/.test(commandOf(pid)?.program ?? ''));
  await Promise.all(ours.map((pid) => stopProcess(pid, 'SIGTERM')));
}

function passwordIn(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function onPath(program: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
