import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';

/** A program that is opened with `openIt` and told to stop once it is open: how it ends, and what it logged. */
const stopped = async (openIt: string, limit?: number): Promise<{ code: number | null; log: string }> => {
  const stop = JSON.stringify(new URL('../src/stop.ts', import.meta.url).href);
  const program = `
    const { untilStopped } = await import(${stop});
    const say = (level) => ({ err, ...fields }, text) => console.log(level, text, err?.message ?? '', JSON.stringify(fields));
    const log = { info: say('info'), error: say('error'), fatal: say('fatal') };
    setInterval(() => undefined, 1_000);
    await untilStopped(log, ${openIt}${limit ? `, ${limit}` : ''});
    console.log('open');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  let log = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    log += text;
    if (text.includes('open\n')) child.kill('SIGTERM');
  });
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(late);
  return { code, log };
};

it('ends with 0 once everything is closed', async () => {
  expect(await stopped(`async () => ({ close: async () => console.log('closed') })`)).toEqual({
    code: 0,
    log: 'open\ninfo closing  {"signal":"SIGTERM"}\nclosed\n',
  });
});
it('ends by itself with 1 and says so when closing hangs', async () => {
  const { code, log } = await stopped(`async () => ({ close: () => new Promise(() => undefined) })`, 200);
  expect(code).toBe(1);
  expect(log).toContain('fatal closing hangs');
});
it.each([
  ['closing fails', `async () => ({ close: () => Promise.reject(new Error('stuck')) })`, 'fatal closing failed stuck'],
  ['opening fails', `() => Promise.reject(new Error('no database'))`, 'fatal could not open no database'],
])('ends with 1 and the reason when %s', async (_, openIt, words) => {
  const { code, log } = await stopped(openIt);
  expect(code).toBe(1);
  expect(log).toContain(words);
});

it('ends a worker to which the queue has been silent for more than a minute, to be started anew', async () => {
  const secret = path.join(mkdtempSync(path.join(tmpdir(), 'aula-silent-')), 'secret');
  writeFileSync(secret, 'x'.repeat(40));
  const program = `
    import { openRuntime, startWorker } from '@aula/platform';
    let now = Date.now();
    const clock = { now: () => new Date((now += Number(process.env.STEP))) };
    await startWorker([], openRuntime('worker', { clock }));
    setTimeout(() => process.exit(0), 1_000);`;
  // neither a database nor a queue answers there; between two looks at the clock so much time has passed
  const ended = async (step: number): Promise<{ code: number | null; log: string }> => {
    const env = { PATH: process.env['PATH'], DATABASE_URL: 'postgres://127.0.0.1:1/none', REDIS_URL: 'redis://127.0.0.1:1', PORT: '0' };
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd: path.resolve(import.meta.dirname, '../../..'),
      env: { ...env, AULA_SECRET_FILE: secret, STEP: String(step) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let log = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, log };
  };
  const silent = await ended(61_000);
  expect(silent.code).toBe(1);
  expect(silent.log).toContain('the queue is silent');
  expect((await ended(1)).code).toBe(0);
}, 30_000);
