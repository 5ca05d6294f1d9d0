import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';

/** Uid and gid of `nobody` on Debian and most others: servers never run as root, and no account has to be made. */
const nobody = 65534;

const isRoot = process.getuid?.() === 0;

/** Identity for `spawn`: uid/gid 65534 when the launcher is root, otherwise the caller's own. */
export const account: { uid?: number; gid?: number } = isRoot ? { uid: nobody, gid: nobody } : {};

/** Environment of a server: nothing of the caller's but the search path, so no `PG…` variable can change its course. */
export const bareEnvironment: NodeJS.ProcessEnv = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' };

const setpriv = spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true'], { stdio: 'ignore' }).status === 0;

/**
 * Command of a server that gets `signal` from the kernel when its launcher is gone, even by `kill -9` (Linux, prctl(2)).
 * On systems without setpriv(1) it outlives the launcher, and the next start stops it.
 */
export function bound(signal: 'INT' | 'TERM', program: string, args: string[]): [program: string, args: string[]] {
  return setpriv ? ['setpriv', ['--pdeathsig', signal, program, ...args]] : [program, args];
}

/** True when the account of the servers may enter `folder`, through every folder above it. */
function canEnter(folder: string): boolean {
  if (!isRoot) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Makes `folder` (mode 0700) and gives it to the account of the servers. */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  handOver(folder);
}

/** Gives one file or folder to the account of the servers; without root it is theirs already. */
export function handOver(path: string): void {
  if (isRoot) chownSync(path, nobody, nobody);
}

/** Takes one file back from the account of the servers. */
export function takeBack(path: string): void {
  if (isRoot) chownSync(path, 0, 0);
}

/** Gives a whole tree to the account of the servers, links as links. */
export function handOverTree(path: string): void {
  if (!isRoot) return;
  lchownSync(path, nobody, nobody);
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), nobody, nobody);
  }
}

/**
 * The folder under `dataRoot` in which servers keep their files, as an absolute real path.
 *
 * A data folder that only root may enter (a checkout in root's home, a folder of `mktemp -d`) is closed to the account
 * of the servers. When the data folder itself is the closed door, others get permission to pass it, not to read it. When
 * a folder above it is closed, that is not ours to open: the files go below `elsewhere`, and a link in the data folder
 * says where, so that moving or deleting the data folder still means what it seems to mean.
 */
export function serverRoot(dataRoot: string, elsewhere = '/var/lib/aula'): string {
  mkdirSync(dataRoot, { recursive: true });
  const link = join(dataRoot, 'servers');
  if (!existsSync(link)) {
    if (!canEnter(dataRoot)) chmodSync(dataRoot, (statSync(dataRoot).mode & 0o777) | 0o011);
    if (canEnter(dataRoot)) passable(link);
    else symlinkSync(freshFolder(elsewhere), link);
  }
  const real = realpathSync(link);
  if (!canEnter(real))
    throw new Error(
      `The account of the servers (uid ${nobody}) cannot enter ${real}. Set AULA_DATA to a folder it can enter, for example /var/lib/aula.`,
    );
  return real;
}

function freshFolder(parent: string): string {
  if (!existsSync(parent)) passable(parent);
  return passable(mkdtempSync(join(parent, 'servers-')));
}

/** Makes a folder that others may enter, whatever the umask of the launcher is. */
function passable(folder: string): string {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  return folder;
}
