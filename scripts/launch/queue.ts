import { createWriteStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '../servers/redis.ts';
import type { RunningServer } from '../servers/postgres.ts';
import { logFile } from './processes.ts';
import type { StartSettings } from './settings.ts';

/** How triggers of jobs travel in this run. */
export interface Queue {
  /** What the children are told: REDIS_URL or QUEUE_BACKEND. */
  env: Record<string, string>;
  /** In the words of the progress line. */
  words: string;
  /** Stops the local server, if there is one, and keeps it stopped. */
  stop: () => Promise<void>;
}

/** Order: the operator's Redis, a valkey-server or redis-server found on this machine, the database. */
export async function startQueue(settings: StartSettings, logs: string): Promise<Queue> {
  if (settings.queue === 'postgres') return inDatabase('as asked for');
  if (settings.queue !== 'find')
    return { env: { REDIS_URL: settings.queue.redisUrl }, words: 'Redis of REDIS_URL', stop: () => Promise.resolve() };
  const log = createWriteStream(logFile(logs, 'redis'), { flags: 'a', mode: 0o600 });
  const start = (firstPort?: number): ReturnType<typeof startRedis> =>
    startRedis({
      dataRoot: settings.dataRoot,
      takeOver: true,
      onLog: (text) => log.write(text),
      ...(firstPort === undefined ? {} : { firstPort, ports: 1 }),
    });
  const server = await start();
  return server === undefined
    ? inDatabase('no Redis found on this machine')
    : { env: { REDIS_URL: server.url }, words: 'local Redis', stop: keepAlive(server, start) };
}

const inDatabase = (reason: string): Queue => ({
  env: { QUEUE_BACKEND: 'postgres', REDIS_URL: '' },
  words: `in PostgreSQL (${reason})`,
  stop: () => Promise.resolve(),
});

/** A Redis that ends is started again on its port: the queue only says where to look, so nothing is lost meanwhile. */
function keepAlive(first: RunningServer, start: (port: number) => ReturnType<typeof startRedis>): () => Promise<void> {
  const port = Number(new URL(first.url).port);
  let stopping = false;
  let current = first;
  const watch = async (): Promise<void> => {
    await current.gone;
    while (!stopping) {
      const next = await start(port).catch(() => undefined);
      if (next) current = next;
      else await sleep(1000);
      await (stopping ? next?.stop() : current.gone);
    }
  };
  const watching = watch();
  return async () => {
    stopping = true;
    await current.stop();
    await watching;
  };
}
