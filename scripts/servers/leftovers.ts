import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Pids of the processes whose working folder is `folder`; [] on systems without /proc. */
export function processesIn(folder: string): number[] {
  return pids().filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false; // gone meanwhile, or another user's
    }
  });
}

/** Program name and arguments of a process; undefined when it does not run (or on systems without /proc). */
export function commandOf(pid: number): { program: string; args: string[] } | undefined {
  try {
    const [program = '', ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return { program: basename(program), args };
  } catch {
    return undefined;
  }
}

/** True while a process with this pid runs; one that has ended and that nobody has waited for (in containers) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Sends `signal` and waits until the process is gone. Throws after `limit` milliseconds. */
export async function stopProcess(pid: number, signal: NodeJS.Signals, limit = 60_000): Promise<void> {
  signalIfAlive(pid, signal);
  const until = performance.now() + limit;
  while (isAlive(pid)) {
    if (performance.now() > until) throw new Error(`process ${pid} did not stop within ${limit / 1000} s`);
    await sleep(50);
  }
}

/** Sends `signal`; a process that is gone already is no error. */
export function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The state is the first field after the program's name, which is in brackets and may itself hold any character. */
function isZombie(pid: number): boolean {
  try {
    return /^\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^[^]*(?=\) )/, ''));
  } catch {
    return false;
  }
}

function pids(): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0);
  } catch {
    return [];
  }
}
