import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isAlive, processesIn } from '../../../scripts/servers/leftovers.ts';

/** The first command of the README, as a newcomer types it: an empty data folder, then the same folder again. */
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const dataRoot = mkdtempSync(join(tmpdir(), 'aula-start-'));
const port = 21_900;
const base = `http://127.0.0.1:${port}`;
const env = { ...process.env, AULA_DATA: dataRoot, PORT: String(port), DATABASE_URL: '', REDIS_URL: '', QUEUE_BACKEND: '' };

describe('scripts/start', () => {
  let launcher: Launcher;
  beforeAll(async () => {
    launcher = await start();
  }, 240_000);
  afterAll(async () => {
    await launcher.stop();
    rmSync(dataRoot, { recursive: true, force: true });
  });

  it('prints the address, the accounts, and that it listens on this machine only', () => {
    expect(launcher.words()).toContain(`READY http://localhost:${port}\n`);
    for (const name of ['admin', 'instructor', 'training', 'registrar', 'officer'])
      expect(launcher.words()).toContain(`${name}@aula.example`);
    expect(launcher.words()).toContain('password aula-demo-2026');
    expect(launcher.words()).toContain('listens on this machine only');
  });

  it.each(['admin', 'instructor', 'training', 'registrar', 'officer'])('lets %s in', async (name) => {
    const body = JSON.stringify({ email: `${name}@aula.example`, password: 'aula-demo-2026' });
    const answer = await fetch(`${base}/api/identity/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    expect(answer.status).toBe(201);
  });

  it('hands out the pages and has courses in the catalogue', async () => {
    expect((await fetch(base)).headers.get('content-type')).toContain('text/html');
    const { items } = (await (await fetch(`${base}/api/catalog/courses`)).json()) as { items: unknown[] };
    expect(items).toHaveLength(6);
  });

  it('refuses a second start on the same folder, and on the same port', () => {
    const again = (more: NodeJS.ProcessEnv) =>
      spawnSync(join(repository, 'scripts/start'), { cwd: repository, env: { ...env, ...more }, encoding: 'utf8', timeout: 60_000 });
    const sameFolder = again({ PORT: String(port + 1) });
    expect(sameFolder.stderr).toContain('in use: Aula runs on this data folder already');
    expect(sameFolder.status).toBe(1);
    const samePort = again({ AULA_DATA: `${dataRoot}-other` });
    rmSync(`${dataRoot}-other`, { recursive: true, force: true });
    expect(samePort.stderr).toContain(`Port ${port} is in use`);
    expect(samePort.status).toBe(1);
  });

  it('does not take the demonstration away while it runs', () => {
    const told = reset({});
    expect(told.stderr).toContain('in use: Aula runs on this data folder already');
    expect(told.status).toBe(1);
  });

  it('ends its programs when it is killed, and starts again on what they left', async () => {
    launcher.child.kill('SIGKILL');
    await launcher.gone;
    await untilRefused();
    launcher = await start();
    expect(launcher.words()).not.toContain('building');
    expect(await (await fetch(`${base}/health/ready`)).json()).toMatchObject({ ready: true });
  });

  it('stops everything when it is asked to', async () => {
    const database = Number(readFileSync(join(dataRoot, 'servers/postgres/postmaster.pid'), 'utf8').split('\n', 1)[0]);
    await launcher.stop();
    expect(launcher.child.exitCode).toBe(0);
    expect(isAlive(database)).toBe(false);
    expect(processesIn(join(dataRoot, 'servers/redis'))).toEqual([]);
    await expect(fetch(base)).rejects.toThrow();
  });

  it('is brought back to its first state, but only a demonstration that lies in its folder', () => {
    expect(reset({ AULA_DEMO: '0' }).stderr).toContain('AULA_DEMO is 0');
    expect(reset({ DATABASE_URL: 'postgres://db.example/aula' }).stderr).toContain('DATABASE_URL is set');
    expect(reset({}, []).stderr).toContain('Nothing was removed');
    const told = reset({});
    expect(told.stdout).toContain('the database with everybody and everything in it');
    expect(told.status).toBe(0);
    expect(readdirSync(dataRoot).filter((name) => !name.startsWith('start.lock'))).toEqual(['logs']);
    expect(reset({}).stderr).toContain('holds no demonstration');
  });

  it('does not open an academy that nobody could enter', () => {
    const told = spawnSync(join(repository, 'scripts/start'), {
      cwd: repository,
      env: { ...env, AULA_DEMO: '0', AULA_ADMIN_EMAIL: '' },
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(told.stderr).toContain('give AULA_ADMIN_EMAIL and AULA_ADMIN_PASSWORD');
    expect(told.stdout).not.toContain('READY');
    expect(told.status).toBe(1);
  });
});

/** `npm run demo:reset` on the data folder. */
function reset(more: NodeJS.ProcessEnv, wishes = ['--yes']): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [join(repository, 'scripts/demo-reset.ts'), ...wishes], {
    cwd: repository,
    env: { ...env, ...more },
    encoding: 'utf8',
    timeout: 60_000,
  });
}

interface Launcher {
  child: ChildProcess;
  /** All that it has printed. */
  words: () => string;
  gone: Promise<unknown>;
  stop: () => Promise<unknown>;
}

/** Starts the academy and waits for READY; throws with all that was said when it ends before. */
async function start(): Promise<Launcher> {
  const child = spawn(join(repository, 'scripts/start'), { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve) => {
    const hear = (text: string): void => {
      words += text;
      if (words.includes('READY ')) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
  });
  const ended = gone.then(() => Promise.reject(new Error(`scripts/start ended: ${words}`)));
  await Promise.race([ready, ended]);
  ended.catch(() => undefined);
  const stop = (): Promise<unknown> => {
    child.kill('SIGTERM');
    return gone;
  };
  return { child, words: () => words, gone, stop };
}

/** Waits until nothing listens on the port any more. */
async function untilRefused(): Promise<void> {
  const answers = (): Promise<boolean> =>
    fetch(`${base}/health/live`).then(
      () => true,
      () => false,
    );
  for (let tries = 0; tries < 200 && (await answers()); tries++) await sleep(100);
}
