import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { testSecret } from '@aula/testing';
import { startPostgres, type RunningServer } from '../../../scripts/servers/postgres.ts';

/** What a test closes at its end, last first. */
export type Closings = (() => unknown)[];

/** What chance is made from: `AULA_TEST_SEED`, else a new number, which is told. */
export const testSeed = (): number => {
  const seed = Number(process.env['AULA_TEST_SEED'] ?? Math.floor(Math.random() * 1e9));
  process.stdout.write(`kill test: seed ${seed} (AULA_TEST_SEED repeats it)\n`);
  return seed;
};

/** Chance that can be repeated. */
export const chance = (): (() => number) => generator(testSeed());

/** A small seeded generator (mulberry32). */
export const generator = (state: number) => (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** A migrated server of the test's own, which keeps what it acknowledged; `restart` lets it crash first. */
export const ownDatabase = async (closings: Closings): Promise<{ server: RunningServer; restart: () => Promise<void> }> => {
  const dataRoot = mkdtempSync(path.join(tmpdir(), 'aula-kill-'));
  closings.push(() => rmSync(dataRoot, { recursive: true, force: true }));
  const options = { dataRoot, firstPort: 21_700, durable: true, settings: { shared_buffers: '64MB' } };
  const own = { server: await startPostgres(options), restart: async () => {} };
  closings.push(() => own.server.stop());
  own.restart = async () => {
    process.kill(own.server.pid, 'SIGQUIT'); // immediate shutdown: as a crash, with recovery at the next start
    await own.server.gone;
    own.server = await startPostgres({ ...options, firstPort: Number(new URL(own.server.url).port) });
  };
  const secret = path.join(dataRoot, 'secret');
  writeFileSync(secret, testSecret, { mode: 0o600 });
  const environment = { PATH: process.env['PATH'], DATABASE_URL: own.server.url, AULA_SECRET_FILE: secret };
  const migrated = spawnSync(process.execPath, ['scripts/migrate.ts'], {
    cwd: path.resolve(import.meta.dirname, '../../..'),
    env: environment,
    encoding: 'utf8',
  });
  if (migrated.status !== 0) throw new Error(migrated.stderr);
  return own;
};

/** Repeats a request until it is answered: what was not acknowledged is sent again, as the web application does. */
export const insist = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (let tries = 0; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      const passing = !/: 4\d\d /.test(String(error)) || / 429 /.test(String(error));
      if (!passing || tries > 200) throw error;
      await sleep(100 + 20 * tries);
    }
  }
};

/** Lets one fault after the other happen, each once in order and then by chance, until it is stopped. */
export const mayhem = (faults: Readonly<Record<string, () => Promise<void>>>, random: () => number): { stop(): Promise<void> } => {
  const names = Object.keys(faults);
  const told: string[] = [];
  let going = true;
  const loop = (async () => {
    while (going || told.length < names.length) {
      const name = names[told.length] ?? names[Math.floor(random() * names.length)]!;
      await faults[name]!();
      told.push(name);
      await sleep(300 + random() * 700);
    }
    process.stdout.write(`faults: ${told.join(' ')}\n`);
  })();
  return {
    stop: () => {
      going = false;
      return loop;
    },
  };
};
