import { createInterface } from 'node:readline/promises';
import { lockFolder } from './launch/lock.ts';
import { ensureDemonstration, losses, removeDemonstration } from './launch/reset.ts';
import { readStartSettings } from './launch/settings.ts';

/*
 * npm run demo:reset: brings a demonstration back to its first state. Says what goes, asks, and empties the data folder of a stopped
 * academy; the next `scripts/start` fills it anew. `-- --yes` answers beforehand. Exits 1 when nothing was removed.
 */
try {
  const settings = readStartSettings(process.env);
  ensureDemonstration(settings, process.env);
  const release = lockFolder(settings.dataRoot);
  console.log(losses(settings.dataRoot).join('\n'));
  if (await agreed()) {
    removeDemonstration(settings.dataRoot);
    console.log('Removed. The next ./scripts/start begins with a new demonstration.');
  } else {
    console.error('Nothing was removed.');
    process.exitCode = 1;
  }
  release();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function agreed(): Promise<boolean> {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) {
    console.error('Nobody can be asked here: npm run demo:reset -- --yes');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Type yes to go on: ');
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
