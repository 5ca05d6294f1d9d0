import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepWorker, localUrl, migrate, startAcademy, type Programs } from './launch/academy.ts';
import { buildServer, buildWeb } from './launch/build.ts';
import { startDatabase } from './launch/database.ts';
import { accountLines, demonstrate, demonstrationAdministrator, demonstrationPassword } from './launch/demonstration.ts';
import { lockFolder, refuseBusyPort } from './launch/lock.ts';
import { startQueue } from './launch/queue.ts';
import { readStartSettings, secretFile, type StartSettings } from './launch/settings.ts';

/** What `scripts/start` runs: everything the academy needs on one machine, as children of this process. README says how to use it. */
const started = performance.now();
const say = (line: string): void => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);

/** Aborted with an Error when a part died, with undefined words when a person asked for the end. */
const end = new AbortController();
const asked = new Error('stopped');
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => end.abort(asked));

/** What is to be stopped, in the order it was started; ended in the reverse order. */
const running: { name: string; stop: () => Promise<void> }[] = [];

let failure: unknown;
try {
  await start(readStartSettings(process.env));
  await new Promise((resolved) => end.signal.addEventListener('abort', resolved, { once: true }));
  end.signal.throwIfAborted();
} catch (error) {
  failure = end.signal.aborted ? end.signal.reason : error;
}
if (failure === asked) say('stopping');
else console.error((failure as Error).message);
end.abort(asked);
for (const { name, stop } of running.reverse()) {
  await stop().catch((error: Error) => console.error(`${name}: ${error.message}`));
}
process.exit(failure === asked ? 0 : 1);

async function start(settings: StartSettings): Promise<void> {
  const release = lockFolder(settings.dataRoot);
  running.push({ name: 'lock', stop: () => Promise.resolve(release()) });
  await refuseBusyPort(settings.port, settings.host);
  const logs = join(settings.dataRoot, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  if (await buildServer(end.signal)) say('compiled the server');
  const web = buildWeb(end.signal);
  web.catch(() => undefined); // looked at below, when it is needed
  const programs: Programs = { env: { ...process.env, ...(await environment(settings, logs)) }, logs, say, end: end.signal };
  await migrate(programs);
  say('schemas are up to date');
  if (await web) say('built the web application');
  await open(settings, programs);
}

/** Starts the servers and returns what the academy's processes are told. */
async function environment(settings: StartSettings, logs: string): Promise<NodeJS.ProcessEnv> {
  const queue = await startQueue(settings, logs);
  running.push({ name: 'queue', stop: queue.stop });
  end.signal.throwIfAborted();
  const databaseUrl = settings.databaseUrl ?? (await embeddedDatabase(settings, logs));
  end.signal.throwIfAborted();
  say(`database: ${settings.databaseUrl ? 'PostgreSQL of DATABASE_URL' : 'embedded PostgreSQL'} · queue: ${queue.words}`);
  const administrator = { AULA_ADMIN_EMAIL: demonstrationAdministrator, AULA_ADMIN_PASSWORD: demonstrationPassword };
  return {
    PORT: String(settings.port),
    HOST: settings.host,
    AULA_DATA: settings.dataRoot,
    AULA_SECRET_FILE: secretFile(process.env, settings.dataRoot),
    DATABASE_URL: databaseUrl,
    ...queue.env,
    AULA_PUBLIC_URL: process.env['AULA_PUBLIC_URL'] || `http://localhost:${settings.port}`,
    AULA_CONTENT_DOMAIN: process.env['AULA_CONTENT_DOMAIN'] || 'content.localhost',
    AULA_WEB_DIST: resolve('apps/web/dist'),
    AULA_DEMO: settings.demonstration ? '1' : '0',
    ...(settings.demonstration ? administrator : {}),
  };
}

async function embeddedDatabase(settings: StartSettings, logs: string): Promise<string> {
  const { url, server } = await startDatabase(settings.dataRoot, logs);
  running.push({ name: 'PostgreSQL', stop: server.stop });
  void server.gone.then(() => end.abort(new Error(`PostgreSQL ended by itself: see ${join(logs, 'postgres.log')}`)));
  return url;
}

async function open(settings: StartSettings, programs: Programs): Promise<void> {
  running.push({ name: 'worker', stop: keepWorker(programs) });
  const academy = await startAcademy(programs, (child, how) =>
    end.abort(new Error(`The academy ended (${how}). Its last words, of ${join(programs.logs, 'academy.log')}:\n${child.lastWords()}`)),
  );
  running.push({ name: 'academy', stop: academy.stop });
  say('the academy answers');
  const base = localUrl(programs.env);
  const isDemonstration = settings.demonstration && (await demonstrate(base, settings.dataRoot, say));
  end.signal.throwIfAborted();
  if (settings.demonstration)
    say('demonstration mode: listens on this machine only, and its passwords are well known (AULA_DEMO=0 for an empty academy)');
  if (isDemonstration) for (const line of accountLines()) console.log(line);
  console.log(`READY http://localhost:${settings.port}`);
}
