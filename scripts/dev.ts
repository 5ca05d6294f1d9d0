import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { migrate } from './launch/academy.ts';
import { buildServer } from './launch/build.ts';
import { startServers } from './launch/environment.ts';
import { Lifeline } from './launch/lifeline.ts';
import { lockFolder, refuseBusyPort } from './launch/lock.ts';
import { readStartSettings, type StartSettings } from './launch/settings.ts';

/**
 * `npm run dev`: the academy with a compiler that watches. A change in any lib or app is compiled, and the process restarts;
 * the web application comes from Vite, with its own address and its changes in the open page. Same data folder as `scripts/start`.
 */
const life = new Lifeline();
await life.live(() => dev(readStartSettings(process.env)));

async function dev(settings: StartSettings): Promise<void> {
  const release = lockFolder(settings.dataRoot);
  life.add('lock', () => Promise.resolve(release()));
  await refuseBusyPort(settings.port, settings.host);
  await buildServer(life.end.signal, life.say);
  const logs = join(settings.dataRoot, 'logs');
  const env = await startServers(settings, logs, life);
  await migrate({ env, logs, say: life.say, end: life.end.signal });
  watch('compiler', ['node_modules/typescript/bin/tsc', '-b', '-w', '--preserveWatchOutput'], env);
  watch('academy', ['--enable-source-maps', '--watch', '--watch-preserve-output', 'apps/academy/dist/main.js'], env);
  watch('worker', ['--enable-source-maps', '--watch', '--watch-preserve-output', 'apps/worker/dist/main.js'], { ...env, PORT: '0' });
  watch('web', ['node_modules/vite/bin/vite.js', 'apps/web', '--clearScreen', 'false'], env);
}

/** Runs a program that watches files; its words go to the console. When it ends by itself, everything ends. */
function watch(name: string, args: string[], env: NodeJS.ProcessEnv): void {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const gone = new Promise<void>((resolve) => child.once('error', () => resolve()).once('exit', () => resolve()));
  void gone.then(() => life.fail(`${name} ended`));
  life.add(name, async () => {
    child.kill('SIGTERM');
    await gone;
  });
}
