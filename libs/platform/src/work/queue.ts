import { setTimeout as sleep } from 'node:timers/promises';
import { setDefaultBackendFactory, createPostgresBackend, type ConnectionOptions, type Queue } from 'bullmq';
import { jobs, type House, type JobKind } from '@aula/contracts';
import { roleUrl } from '../database/roles.js';
import { deriveKey } from '../settings/keys.js';
import type { Settings } from '../settings/settings.js';

export const queueName = (house: House): string => `aula-${house}`;
/** Keeps installations that share one Redis apart. */
export const queuePrefix = (settings: Settings): string =>
  `aula-${deriveKey(settings.secret, `queue:${new URL(settings.databaseUrl).pathname}`)
    .toString('hex')
    .slice(0, 8)}`;
/** The trigger that only says "you are alive". */
export const heartbeat = 'heartbeat';

/** Where BullMQ keeps its triggers: Redis when there is one, else its own tables in PostgreSQL. One kind per process. */
export const queueConnection = (settings: Settings, role: 'producer' | 'worker'): ConnectionOptions => {
  if (settings.redisUrl)
    return role === 'producer'
      ? { url: settings.redisUrl, enableOfflineQueue: false, maxRetriesPerRequest: 1 }
      : { url: settings.redisUrl, maxRetriesPerRequest: null, retryStrategy: (tries: number) => Math.min(tries * 100, 1_000) };
  setDefaultBackendFactory(createPostgresBackend as never); // BullMQ chooses its backend for the whole process
  return { connectionString: roleUrl(settings, 'queue'), schema: 'bullmq', max: 2 };
};

/** How long anyone waits for the queue; the sweeper adds again what did not arrive. */
const addLimitMs = 1_000;
/** Orders of one kind that come within this time share a trigger. */
const gatherMs = 20;

/** Tells the workers where to look. Failing is harmless: the work is rows in PostgreSQL. */
export class Triggers {
  private readonly waiting = new Set<JobKind>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly queues: ReadonlyMap<House, Queue>) {}

  /** Adds triggers a moment later, one per kind. */
  soon(kinds: readonly JobKind[]): void {
    kinds.forEach((kind) => this.waiting.add(kind));
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const gathered = [...this.waiting];
      this.waiting.clear();
      void this.add(gathered);
    }, gatherMs).unref();
  }

  /** Adds a trigger for each kind now; never throws, never takes longer than a second. */
  async add(names: readonly (JobKind | typeof heartbeat)[], house?: House): Promise<void> {
    const adds = names.map(async (name) => {
      const queue = this.queues.get(name === heartbeat ? house! : jobs[name].house);
      await queue?.add(name, {}, { removeOnComplete: true, removeOnFail: true });
    });
    await Promise.race([Promise.allSettled(adds), sleep(addLimitMs, undefined, { ref: false })]);
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    const closing = Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
    await Promise.race([closing, sleep(addLimitMs, undefined, { ref: false })]);
  }
}
