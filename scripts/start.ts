import { join } from 'node:path';
import { keepWorker, localUrl, migrate, startAcademy, type Programs } from './launch/academy.ts';
import { demandAdministrator } from './launch/administrator.ts';
import { buildServer, buildWeb } from './launch/build.ts';
import { accountLines, demonstrate } from './launch/demonstration.ts';
import { startServers } from './launch/environment.ts';
import { Lifeline } from './launch/lifeline.ts';
import { lockFolder, refuseBusyPort } from './launch/lock.ts';
import { readStartSettings, type StartSettings } from './launch/settings.ts';

/** What `scripts/start` runs: everything the academy needs on one machine, as children of this process. README says how to use it. */
const life = new Lifeline();
await life.live(() => start(readStartSettings(process.env)));

async function start(settings: StartSettings): Promise<void> {
  const { say, end } = life;
  const release = lockFolder(settings.dataRoot);
  life.add('lock', () => Promise.resolve(release()));
  await refuseBusyPort(settings.port, settings.host);
  await buildServer(end.signal, say);
  const web = buildWeb(end.signal, say);
  web.catch(() => undefined); // looked at below, when it is needed
  const logs = join(settings.dataRoot, 'logs');
  const programs: Programs = { env: await startServers(settings, logs, life), logs, say, end: end.signal };
  await migrate(programs);
  say('the schemas are up to date');
  if (!settings.demonstration) await demandAdministrator(programs.env);
  await web;
  await open(settings, programs);
}

async function open(settings: StartSettings, programs: Programs): Promise<void> {
  const { say } = life;
  life.add('worker', keepWorker(programs));
  const academy = await startAcademy(programs, (child, how) =>
    life.fail(`The academy ended (${how}). Its last words, of ${join(programs.logs, 'academy.log')}:\n${child.lastWords()}`),
  );
  life.add('academy', academy.stop);
  say('the academy answers');
  const hasDemonstration = settings.demonstration && (await demonstrate(localUrl(programs.env), programs.env, say));
  programs.end.throwIfAborted();
  if (settings.demonstration)
    say('demonstration mode: it listens on this machine only, as its passwords are well known (AULA_DEMO=0: an empty academy)');
  if (hasDemonstration) console.log(accountLines().join('\n'));
  console.log(`READY http://localhost:${settings.port}`);
}
