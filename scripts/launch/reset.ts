import { existsSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processesIn } from '../servers/leftovers.ts';
import type { StartSettings } from './settings.ts';

/** What a start puts into its data folder, as people know it. The logs stay, so that what happened can still be read. */
const made = {
  'demonstration.begun': undefined,
  'demonstration.done': undefined,
  objects: 'uploaded packages and files, and certificates',
  'owner.password': undefined,
  secret: 'the keys of this installation',
  servers: 'the database with everybody and everything in it, and the queue',
};

/** Throws with the reason when `settings` do not speak of a demonstration that lies whole in its data folder. */
export function ensureDemonstration({ demonstration, databaseUrl, dataRoot }: StartSettings, env: NodeJS.ProcessEnv): void {
  if (!demonstration) throw new Error('AULA_DEMO is 0: only a demonstration is brought back to its first state');
  const elsewhere = databaseUrl ? 'DATABASE_URL' : env['S3_BUCKET'] && 'S3_BUCKET';
  if (elsewhere) throw new Error(`${elsewhere} is set: what lies outside the data folder is not touched, and half a reset is none`);
  if (!existsSync(join(dataRoot, 'demonstration.begun'))) throw new Error(`${dataRoot} holds no demonstration: nothing is removed`);
}

/** Lines for the console: what would be removed from the data folder. */
export function losses(dataRoot: string): string[] {
  const told = Object.entries(made).filter(([name, words]) => words && existsSync(join(dataRoot, name)));
  return [`From ${dataRoot} will be removed, for good:`, ...told.map(([name, words]) => `    ${name.padEnd(12)}${words}`)];
}

/** Empties the data folder; the caller holds its lock. Throws while a server of a killed launcher still ends. */
export function removeDemonstration(dataRoot: string): void {
  const servers = join(dataRoot, 'servers');
  const root = existsSync(servers) ? realpathSync(servers) : undefined; // a link, where the servers' account may not enter the folder
  if (root && ['postgres', 'redis'].some((name) => processesIn(join(root, name)).length > 0))
    throw new Error(`A server in ${root} is still ending: wait a moment and try again`);
  if (root) rmSync(root, { recursive: true, force: true });
  // the mark of a demonstration goes last: a reset that breaks off can be repeated
  for (const name of Object.keys(made).reverse()) rmSync(join(dataRoot, name), { recursive: true, force: true });
}
