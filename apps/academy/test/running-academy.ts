import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync, createWriteStream, readFileSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { houses, type House } from '@aula/contracts';
import { cloneDatabase, keepDatabase, testSecret } from '@aula/testing';

const root = path.resolve(import.meta.dirname, '../../..');
export const administrator = { email: 'admin@aula.example', password: 'aula-demo-2026' };

/** A free port below Linux's range of client ports. */
const freePort = async (from = 22_000): Promise<number> => {
  const port = from + Math.floor(Math.random() * 8_000);
  const server = createServer();
  const free = await new Promise<boolean>((resolve) =>
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)),
  );
  if (!free) return freePort(from);
  await new Promise((resolve) => server.close(resolve));
  return port;
};

export interface AcademyWish {
  /** Every house as a process of its own behind an ingress, as in infra/. */
  separate?: boolean;
  /** Another database than a clone of the template: its owner's address. */
  databaseUrl?: string;
  /** No Redis: BullMQ's PostgreSQL backend. */
  withoutRedis?: boolean;
  /** What another academy left behind: it goes on from there, at the same address. */
  past?: Past;
}
/** An academy that was stopped in good order. */
export interface Past {
  /** Name of its database, which is cloned. */
  database: string;
  /** Its files, which are copied. */
  folder: string;
  /** What it signed names its address. */
  port: number;
}
type Door = House | 'academy' | 'worker';

/** The real programs as child processes on a database of their own, as a person's machine runs them. */
export class RunningAcademy {
  readonly processes = new Map<Door, ChildProcess>();
  private readonly closings: (() => unknown)[] = [];
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'aula-academy-'));
  /** What its programs are told; scripts that work on its database are told the same. */
  env: NodeJS.ProcessEnv = {};
  private ports = new Map<Door, number>();
  url = '';
  database!: pg.Pool;

  static async start(wish: AcademyWish = {}): Promise<RunningAcademy> {
    const academy = new RunningAcademy();
    await academy.prepare(wish);
    const doors: Door[] = wish.separate ? [...houses] : ['academy'];
    await Promise.all([...doors, 'worker' as const].map((door) => academy.run(door)));
    if (wish.separate) academy.closings.unshift(ingress(Number(new URL(academy.url).port), (door) => academy.ports.get(door)!));
    await academy.answers();
    return academy;
  }

  private async prepare({ separate = false, databaseUrl, withoutRedis = false, past }: AcademyWish): Promise<void> {
    const clone = databaseUrl ? { url: databaseUrl, drop: () => Promise.resolve() } : await cloneDatabase(past?.database);
    const port = past?.port ?? (await freePort());
    if (past) cpSync(past.folder, path.join(this.folder, 'data'), { recursive: true });
    this.url = `http://localhost:${port}`;
    this.ports = new Map(
      await Promise.all([...houses, 'academy' as const, 'worker' as const].map(async (door) => [door, await freePort()] as const)),
    );
    if (!separate) this.ports.set('academy', port);
    const secret = path.join(this.folder, 'secret');
    writeFileSync(secret, testSecret, { mode: 0o600 });
    const redis = withoutRedis ? undefined : process.env['AULA_TEST_REDIS_URL'];
    this.env = {
      PATH: process.env['PATH'],
      DATABASE_URL: clone.url,
      AULA_SECRET_FILE: secret,
      AULA_DATA: path.join(this.folder, 'data'),
      AULA_PUBLIC_URL: this.url,
      AULA_WEB_DIST: path.join(root, 'apps/web/dist'),
      AULA_PLAYER_DIST: path.join(root, 'apps/web/dist/player'),
      AULA_ADMIN_EMAIL: administrator.email,
      AULA_ADMIN_PASSWORD: administrator.password,
      LOG_LEVEL: 'warn',
      ...(redis ? { REDIS_URL: redis } : { QUEUE_BACKEND: 'postgres' }),
    };
    this.database = new pg.Pool({ connectionString: clone.url, max: 3 });
    this.database.on('error', () => undefined);
    this.closings.push(
      () => this.database.end(),
      () => clone.drop(),
      () => rmSync(this.folder, { recursive: true, force: true }),
    );
  }

  /** Starts one program. */
  async run(door: Door): Promise<void> {
    const log = createWriteStream(path.join(this.folder, `${door}.log`), { flags: 'a' });
    const child = spawn(process.execPath, ['--enable-source-maps', `apps/${door}/dist/main.js`], {
      cwd: root,
      env: { ...this.env, PORT: String(this.ports.get(door)!), HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    this.processes.set(door, child);
    await this.ready(door);
  }

  /** Ends one program at once, as a crash would. */
  kill(door: Door): Promise<void> {
    return this.end(door, 'SIGKILL');
  }

  /** Ends one program in good order, as a deployment does. */
  stop(door: Door): Promise<void> {
    return this.end(door, 'SIGTERM');
  }

  private async end(door: Door, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.processes.get(door)!;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    if (child.exitCode === null && child.signalCode === null) await gone;
  }

  /** The last lines a program wrote. */
  words(door: Door): string {
    return readFileSync(path.join(this.folder, `${door}.log`), 'utf8').slice(-4_000);
  }

  /** Stops in good order, and keeps its database by this name and its files in this folder. */
  async keep(database: string, folder: string): Promise<Past> {
    await Promise.all([...this.processes.keys()].map((door) => this.stop(door)));
    await this.database.end();
    await keepDatabase(this.env['DATABASE_URL']!, database);
    cpSync(path.join(this.folder, 'data'), folder, { recursive: true });
    rmSync(this.folder, { recursive: true, force: true });
    return { database, folder, port: this.ports.get('academy')! };
  }

  async close(): Promise<void> {
    await Promise.all([...this.processes.keys()].map((door) => this.kill(door)));
    for (const closing of this.closings) await closing();
  }

  private async ready(door: Door): Promise<void> {
    await until(`${door} is ready`, 60_000, async () => {
      const child = this.processes.get(door)!;
      if (child.exitCode !== null) throw new Error(`${door} ended: ${this.words(door)}`);
      const answer = await fetch(`http://127.0.0.1:${this.ports.get(door)!}/health/ready`).catch(() => undefined);
      return answer?.ok === true;
    });
  }

  private async answers(): Promise<void> {
    await until(
      'the academy answers',
      20_000,
      async () => (await fetch(`${this.url}/api/catalog/courses`).catch(() => undefined))?.ok === true,
    );
  }
}

/** Waits until the question is answered yes; throws with `what` when it is not in time. */
export const until = async (what: string, ms: number, question: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + ms;
  while (!(await question())) {
    if (Date.now() > end) throw new Error(`not in time: ${what}`);
    await sleep(100);
  }
};

const doorOf = ({ url = '', headers }: http.IncomingMessage): Door => {
  if (/(^|\.)content\.localhost(:|$)/.test(headers.host ?? '')) return 'content';
  if (url === '/api/openapi.json') return 'worker';
  if (url.startsWith('/.well-known/')) return 'accreditation';
  return (/^\/api\/([a-z]+)\//.exec(url)?.[1] as House | undefined) ?? 'catalog';
};

/** Routes by path prefix and content host, as the ingress of infra/ does. */
const ingress = (port: number, portOf: (door: Door) => number): (() => Promise<unknown>) => {
  const server = http.createServer((request, response) => {
    const upstream = http.request(
      { host: '127.0.0.1', port: portOf(doorOf(request)), path: request.url, method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    upstream.on('error', () => response.writeHead(502).end());
    request.pipe(upstream);
  });
  server.listen(port, '127.0.0.1');
  return () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve)));
};
