import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { account, bareEnvironment, handOver, takeBack } from './account.ts';
import { commandOf, processesIn, stopProcess } from './leftovers.ts';

/** Where one cluster lives. */
export interface Cluster {
  /** Data folder of PostgreSQL, mode 0700, owned by the account of the servers. */
  folder: string;
  /** Random password of the superuser `postgres`, kept in a 0600 file beside the cluster. */
  password: string;
}

/** Opens the cluster below `root`, creating it first when there is none. `durable` syncs the new files to disk. */
export function openCluster(root: string, binaries: string, durable: boolean): Cluster {
  const folder = join(root, 'postgres');
  const passwordFile = join(root, 'postgres.password');
  if (!existsSync(folder)) create(folder, passwordFile, binaries, durable);
  return { folder, password: readFileSync(passwordFile, 'utf8') };
}

/** A killed `initdb` leaves only the `.new` folder behind: the cluster appears under its name when it is whole. */
function create(folder: string, passwordFile: string, binaries: string, durable: boolean): void {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  handOver(fresh);
  handOver(passwordFile);
  const args = ['-D', fresh, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  args.push('--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums', ...(durable ? [] : ['--no-sync']));
  const run = spawnSync(join(binaries, 'initdb'), args, { ...account, env: bareEnvironment, cwd: '/', encoding: 'utf8' });
  takeBack(passwordFile);
  if (run.status !== 0) throw new Error(`initdb: ${run.error?.message ?? run.stderr}`);
  renameSync(fresh, folder);
}

/**
 * Makes way for a start after an unclean end.
 *
 * `postmaster.pid` is never removed blindly: it also guards against children that still write. PostgreSQL itself clears
 * a lock whose process is dead; only a pid that another program uses by now (usual in containers) blocks the start.
 * With `takeOver` (the caller holds the lock of the data folder, so no launcher looks after it) a server that outlived
 * its launcher is shut down first.
 */
export async function makeWay(folder: string, takeOver: boolean): Promise<void> {
  const pid = lockedBy(folder);
  const holder = pid === undefined ? undefined : commandOf(pid);
  if (pid === undefined || holder === undefined) return;
  if (holder.program === 'postgres' && holder.args.includes(folder)) {
    if (!takeOver) throw new Error(`PostgreSQL already runs on ${folder} (process ${pid})`);
    await stopProcess(pid, 'SIGINT', 300_000);
    return;
  }
  await untilUnused(folder);
  rmSync(join(folder, 'postmaster.pid'));
}

function lockedBy(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  } catch {
    return undefined;
  }
}

/** Children of a killed server end by themselves, a moment later. */
async function untilUnused(folder: string): Promise<void> {
  const until = performance.now() + 10_000;
  while (processesIn(folder).length > 0) {
    if (performance.now() > until) throw new Error(`process ${processesIn(folder).join(', ')} still uses ${folder}`);
    await sleep(100);
  }
}
