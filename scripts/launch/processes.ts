import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A program of ours that runs as a child and writes to a log file of its own. */
export interface Child {
  name: string;
  pid: number | undefined;
  /** Resolves with the words for how it ended, wanted or not. */
  gone: Promise<string>;
  /** Asks it to end (SIGTERM), insists after `limit` milliseconds (SIGKILL), and waits until it is gone. */
  stop: (limit?: number) => Promise<void>;
  /** The last lines that it wrote to its log. */
  lastWords: () => string;
}

const leash = new URL('../servers/leash.ts', import.meta.url).href;

/** Runs `node script` with the environment `env`; the log goes to `<logs>/<name>.log`. */
export function runChild(name: string, script: string, env: NodeJS.ProcessEnv, logs: string): Child {
  const file = logFile(logs, name);
  const log = openSync(file, 'a', 0o600);
  const begin = fstatSync(log).size;
  // `detached`: Ctrl-C in a terminal reaches the launcher alone, which ends its children in order. The channel (`ipc`)
  // is what tells a child that the launcher is gone.
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', leash, script], {
    env,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : signal));
  });
  return { name, pid: child.pid, gone, stop: (limit = 30_000) => stopChild(child, gone, limit), lastWords: () => tail(file, begin) };
}

async function stopChild(child: ChildProcess, gone: Promise<string>, limit: number): Promise<void> {
  child.kill('SIGTERM');
  const ending = new AbortController();
  const late = sleep(limit, true, { signal: ending.signal }).catch(() => false);
  if (await Promise.race([gone.then(() => false), late])) child.kill('SIGKILL');
  ending.abort();
  await gone;
}

/** Path of a log file; one of more than 10 MB becomes the older one (`.1`) and a new one begins. */
export function logFile(logs: string, name: string): string {
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const file = join(logs, `${name}.log`);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(file, `${file}.1`);
  return file;
}

function tail(file: string, begin: number): string {
  return readFileSync(file).subarray(begin).toString().trimEnd().split('\n').slice(-20).map(readable).join('\n');
}

/** The words of a line of a JSON log, with those of the error it carries; any other line as it is. */
function readable(line: string): string {
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { stack?: string; message?: string } };
    return [msg, err?.stack ?? err?.message].filter(Boolean).join(': ') || line;
  } catch {
    return line;
  }
}
