import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { account, bareEnvironment, bound, serverRoot } from './account.ts';
import { postgresBinaries } from './binaries.ts';
import { makeWay, openCluster, type Cluster } from './cluster.ts';

/** How to run the embedded PostgreSQL. */
export interface PostgresOptions {
  /** Data folder of the academy; the server keeps its files in `servers/` below it. */
  dataRoot: string;
  /** First port to try (the next nineteen follow). Default 15432. */
  firstPort?: number;
  /** False for tests only: no fsync, a power cut may destroy the data. Default true. */
  durable?: boolean;
  /** More server settings, by their name in postgresql.conf. */
  settings?: Record<string, string>;
  /** The caller holds the lock of the data folder: a server left over from a killed launcher is stopped first. */
  takeOver?: boolean;
  /** Receives what the server writes to its log, in pieces as they come. */
  onLog?: (text: string) => void;
}

/** A server that runs as a child process. */
export interface RunningServer {
  /** Connection URL with credentials: never to be printed. */
  url: string;
  pid: number;
  /** Resolves when the process has ended, wanted or not. */
  gone: Promise<void>;
  /** Shuts the server down in an orderly way and waits until it is gone. */
  stop: () => Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on 127.0.0.1, creating the cluster first when there is none, and returns when a login works.
 * The URL is the superuser's. Errors: binaries missing, data folder in use, no free port, whatever PostgreSQL says.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningServer> {
  const root = serverRoot(options.dataRoot);
  const binaries = postgresBinaries(root);
  const cluster = openCluster(root, binaries, options.durable ?? true);
  await makeWay(cluster.folder, options.takeOver ?? false);
  const first = options.firstPort ?? 15432;
  for (let port = first; port < first + 20; port++) {
    const server = await startOn(port, join(binaries, 'postgres'), cluster, options);
    if (server) return server;
  }
  throw new Error(`no free port for PostgreSQL between ${first} and ${first + 19}`);
}

/** Undefined when the port is taken: the bind decides, since a port found free beforehand may be gone a moment later. */
async function startOn(port: number, program: string, cluster: Cluster, options: PostgresOptions): Promise<RunningServer | undefined> {
  const child = spawn(...bound('INT', program, ['-D', cluster.folder, '-p', String(port), ...flags(options)]), {
    ...account,
    env: bareEnvironment,
    cwd: '/',
    detached: true, // Ctrl-C in a terminal must not reach it: its users end first
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-4000);
    options.onLog?.(text);
  });
  const ending = new AbortController();
  const gone = ended(child).finally(() => ending.abort());
  const url = `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;
  const stop = async (): Promise<void> => {
    child.kill('SIGINT'); // fast shutdown: sessions are ended, data is flushed
    await gone;
  };
  const answer = await Promise.race([gone.then(() => 'nobody' as const), answers(url, cluster.folder, ending.signal)]);
  if (answer === 'ours') return { url, pid: child.pid ?? 0, gone, stop };
  await stop();
  if (answer === 'stranger' && !/ready to accept connections/.test(log)) return undefined;
  if (/could not create any TCP\/IP sockets|Address already in use/.test(log)) return undefined;
  throw new Error(`PostgreSQL did not start: ${log || 'it said nothing'}`);
}

/** `close` and not `exit`: by then the log has arrived whole. */
const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => child.once('error', () => resolve()).once('close', () => resolve()));

function flags(options: PostgresOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '256MB',
    max_connections: '300', // all pools of the academy and a worker without Redis, and room for whoever looks after them
    max_wal_size: '2GB',
    wal_compression: 'on',
    // Statements, parameters and details carry personal data; the log keeps only what went wrong.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(options.durable === false ? { fsync: 'off', full_page_writes: 'off' } : {}),
    ...options.settings,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Who answers at an address. A stranger there may answer before our own server has found the port taken. */
type Answer = 'ours' | 'stranger' | 'nobody';

/** An open port proves nothing: ready is a login that reaches our own data folder. Recovery after a crash may take minutes. */
async function answers(url: string, folder: string, ending: AbortSignal, limit = 300_000): Promise<Answer> {
  const until = performance.now() + limit;
  while (!ending.aborted && performance.now() < until) {
    const answer = await login(url, folder);
    if (answer !== 'nobody') return answer;
    await sleep(30);
  }
  return 'nobody';
}

async function login(url: string, folder: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => undefined); // an end without notice while starting up is no news
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === folder ? 'ours' : 'stranger';
  } catch (error) {
    return /^(28|3D)/.test((error as { code?: string }).code ?? '') ? 'stranger' : 'nobody'; // refused: not our password
  } finally {
    await client.end().catch(() => undefined);
  }
}
