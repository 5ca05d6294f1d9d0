import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { localUrl, migrate, startAcademy, type Programs } from '../launch/academy.ts';
import { runChild, type Child } from '../launch/processes.ts';
import { secretIn } from '../launch/settings.ts';
import { startPostgres } from '../servers/postgres.ts';
import { startRedis } from '../servers/redis.ts';
import { freePort } from './free-port.ts';

export const administrator = { email: 'admin@aula.example', password: 'aula-cohort-2026' };

/** An academy of its own for one measured run: durable PostgreSQL, queue, the academy's process, and workers house by house. */
export class Stage {
  private readonly closings: (() => Promise<unknown>)[] = [];
  /** Highest resident memory of each process, in bytes. */
  readonly peaks = new Map<string, number>();
  database!: pg.Pool;
  url = '';
  programs!: Programs;
  /** Pids of the postmaster and of the academy. */
  pids = { postgres: 0, app: 0 };

  /** `more`: further settings of its processes. */
  static async open(more: NodeJS.ProcessEnv = {}): Promise<Stage> {
    const stage = new Stage();
    await stage.start(more);
    return stage;
  }

  private async start(more: NodeJS.ProcessEnv): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'aula-cohort-'));
    this.closings.push(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
    const logs = join(folder, 'logs');
    mkdirSync(logs);
    const database = await startPostgres({
      dataRoot: folder,
      firstPort: 23_432,
      settings: { max_wal_size: '4GB', shared_buffers: '512MB' },
    });
    this.closings.push(() => database.stop());
    const redis = await startRedis({ dataRoot: folder, firstPort: 24_379 });
    if (redis) this.closings.push(() => redis.stop());
    const port = await freePort();
    secretIn(join(folder, 'secret'));
    const env = {
      PATH: process.env['PATH'],
      PORT: String(port),
      HOST: '127.0.0.1',
      AULA_PUBLIC_URL: `http://localhost:${port}`,
      AULA_DATA: folder,
      AULA_SECRET_FILE: join(folder, 'secret'),
      DATABASE_URL: database.url,
      AULA_ADMIN_EMAIL: administrator.email,
      AULA_ADMIN_PASSWORD: administrator.password,
      LOG_LEVEL: 'warn',
      ...(redis ? { REDIS_URL: redis.url } : { QUEUE_BACKEND: 'postgres' }),
      ...more,
    };
    this.programs = { env, logs, say: () => undefined, end: new AbortController().signal };
    this.database = new pg.Pool({ connectionString: database.url, max: 3 });
    this.closings.push(() => this.database.end());
    await migrate(this.programs);
    await this.worker(['identity']).then((stop) => stop()); // the signing keys and the first administrator are made at a boot
    const academy = await startAcademy(this.programs, () => undefined);
    this.pids = { postgres: database.pid, app: academy.pid! };
    this.watch('academy', academy);
    this.closings.push(() => academy.stop());
    this.url = localUrl(env);
  }

  /** Starts another academy on the same database, with more in its environment. */
  async beside(more: NodeJS.ProcessEnv): Promise<{ port: number; pid: number }> {
    const port = await freePort();
    const env = { ...this.programs.env, ...more, PORT: String(port) };
    const academy = await startAcademy({ ...this.programs, env }, () => undefined);
    this.closings.push(() => academy.stop());
    return { port, pid: academy.pid! };
  }

  /** Starts a worker of these houses; returns how to stop it. */
  async worker(houses: readonly string[]): Promise<() => Promise<void>> {
    const port = await freePort();
    const env = { ...this.programs.env, COHORT_HOUSES: houses.join(','), PORT: String(port) };
    const name = `worker-${houses.join('-')}`;
    const child = runChild(name, 'scripts/cohort/worker.ts', env, this.programs.logs);
    const stopWatching = this.watch(name, child);
    for (let tries = 0; ; tries++) {
      if ((await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined))?.ok) break;
      if (tries > 600) throw new Error(`${name} did not start: ${child.lastWords()}`);
      await sleep(50);
    }
    return async () => {
      stopWatching();
      await child.stop();
    };
  }

  /** The one number a query answers. */
  async number(text: string, parameters: unknown[] = []): Promise<number> {
    return Number(Object.values((await this.database.query(text, parameters)).rows[0] as object)[0]);
  }

  /**
   * Waits until no order of these kinds and no fact for these houses waits or is in hand; returns the seconds since `from`
   * (performance.now()).
   */
  async settled(kinds: readonly string[], houses: readonly string[], from = performance.now()): Promise<number> {
    const waits = `select (exists (select from platform.job where kind = any($1::text[]) and state = 'pending')
        or exists (select from platform.delivery where consumer = any($2::text[]) and state = 'pending')
        or exists (select from platform.job where kind = any($1::text[]) and state = 'running')) as waiting`;
    for (;;) {
      const { rows } = await this.database.query<{ waiting: boolean }>(waits, [kinds, houses]);
      if (!rows[0]!.waiting) return (performance.now() - from) / 1_000;
      if (performance.now() - from > 1_800_000) throw new Error(`not in half an hour: ${[...kinds, ...houses].join(', ')}`);
      await sleep(250);
    }
  }

  async close(): Promise<void> {
    for (const closing of this.closings.reverse()) await closing();
  }

  /** Reads a child's resident memory four times a second. */
  private watch(name: string, child: Child): () => void {
    const read = (): void => {
      try {
        const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0);
        this.peaks.set(name, Math.max(this.peaks.get(name) ?? 0, kilobytes * 1_024));
      } catch {
        // ended, or no /proc on this system: what was read last stands
      }
    };
    const timer = setInterval(read, 250);
    timer.unref();
    return () => clearInterval(timer);
  }
}
