import { join, resolve } from 'node:path';
import { startDatabase } from './database.ts';
import { demonstrationAdministrator, demonstrationPassword } from './demonstration.ts';
import type { Lifeline } from './lifeline.ts';
import { startQueue } from './queue.ts';
import { secretFile, type StartSettings } from './settings.ts';

/** Starts database and queue as far as they are not the operator's own; returns the whole environment of the academy's programs. */
export async function startServers(settings: StartSettings, logs: string, life: Lifeline): Promise<NodeJS.ProcessEnv> {
  const queue = await startQueue(settings, logs);
  life.add('queue', queue.stop);
  const databaseUrl = settings.databaseUrl ?? (await embeddedDatabase(settings, logs, life));
  life.say(`database: ${settings.databaseUrl ? 'PostgreSQL of DATABASE_URL' : 'embedded PostgreSQL'} · queue: ${queue.words}`);
  const administrator = { AULA_ADMIN_EMAIL: demonstrationAdministrator, AULA_ADMIN_PASSWORD: demonstrationPassword };
  return {
    ...process.env,
    PORT: String(settings.port),
    HOST: settings.host,
    AULA_DATA: settings.dataRoot,
    AULA_SECRET_FILE: secretFile(process.env, settings.dataRoot),
    DATABASE_URL: databaseUrl,
    ...queue.env,
    AULA_PUBLIC_URL: process.env['AULA_PUBLIC_URL'] || `http://localhost:${settings.port}`,
    AULA_CONTENT_DOMAIN: process.env['AULA_CONTENT_DOMAIN'] || 'content.localhost',
    AULA_WEB_DIST: resolve('apps/web/dist'),
    AULA_PLAYER_DIST: resolve('apps/web/dist/player'),
    AULA_DEMO: settings.demonstration ? '1' : '0',
    ...(settings.demonstration ? administrator : {}),
  };
}

async function embeddedDatabase(settings: StartSettings, logs: string, life: Lifeline): Promise<string> {
  const { url, server } = await startDatabase(settings.dataRoot, logs);
  void server.gone.then(() => life.fail(`PostgreSQL ended by itself: see ${join(logs, 'postgres.log')}`));
  life.add('PostgreSQL', server.stop);
  return url;
}
