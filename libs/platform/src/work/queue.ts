import { setTimeout as sleep } from 'node:timers/promises';
import { setDefaultBackendFactory, createPostgresBackend, type ConnectionOptions, type Queue } from 'bullmq';
import { jobs, type House, type JobKind } from '@aula/contracts';
import { roleUrl } from '../database/roles.js';
import { deriveKey } from '../settings/keys.js';
import type { Settings } from '../settings/settings.js';

/** The name of a house's queue. */
export const queueName = (house: House): string => `aula-${house}`;
/** Keeps installations that share one Redis apart. */
export const queuePrefix = (settings: Settings): string =>
  `aula-${deriveKey(settings.secret, `queue:${new URL(settings.databaseUrl).pathname}`)
    .toString('hex')
    .slice(0, 8)}`;
/** The trigger that only says "you are alive". */
export const heartbeat = 'heartbeat';

/** Connections of each of BullMQ's queues and workers, where it is on PostgreSQL. */
export const queuePool = 2;

/** Where BullMQ keeps its triggers: Redis when there is one, else its own tables in PostgreSQL. One kind per process. */
export const queueConnection = (settings: Settings, role: 'producer' | 'worker'): ConnectionOptions => {
  // BullMQ chooses its backend for the whole process; without a choice it is Redis
  setDefaultBackendFactory(settings.redisUrl ? undefined : (createPostgresBackend as never));
  if (settings.redisUrl)
    return role === 'producer'
      ? { url: settings.redisUrl, enableOfflineQueue: false, maxRetriesPerRequest: 1 }
      : { url: settings.redisUrl, maxRetriesPerRequest: null, retryStrategy: (tries: number) => Math.min(tries * 100, 1_000) };
  return { connectionString: roleUrl(settings, 'queue'), schema: 'bullmq', max: queuePool };
};

/** How long anyone waits for the queue; the sweeper adds again what did not arrive. */
const addLimitMs = 1_000;
/** Orders of one kind that come within this time share a trigger. */
const gatherMs = 20;

/** Most slots, of all processes, that are asked to help with one kind. */
const mostHelpers = 7;
const forgotten = { removeOnComplete: true, removeOnFail: true };

/** A trigger's data: which helper it asks for; none in an ordinary trigger. */
export interface TriggerData {
  helper?: number;
}

/** Tells the workers where to look. Failing is harmless: the work is rows in PostgreSQL. */
export class Triggers {
  private readonly waiting = new Set<JobKind>();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly queues: ReadonlyMap<House, Queue>) {}

  /** Adds triggers a moment later, one per kind. */
  soon(kinds: readonly JobKind[]): void {
    if (this.closed) return;
    kinds.forEach((kind) => this.waiting.add(kind));
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const gathered = [...this.waiting];
      this.waiting.clear();
      void this.add(gathered);
    }, gatherMs).unref();
  }

  /** Adds a trigger for rows that are due again in `ms`. */
  later(kind: JobKind, ms: number): void {
    setTimeout(() => this.soon([kind]), ms).unref();
  }

  /** Adds a trigger for each kind now; never throws, never takes longer than a second. */
  add(names: readonly (JobKind | typeof heartbeat)[], house?: House): Promise<void> {
    return this.within(names.map((name) => this.queues.get(name === heartbeat ? house! : jobs[name].house)!.add(name, {}, forgotten)));
  }

  /** Asks one more slot to work rows of `kind`. The queue holds one trigger per kind and helper, so that asking often does no harm. */
  help(kind: JobKind, helper: number): Promise<void> {
    if (helper > mostHelpers) return Promise.resolve();
    const deduplication = { id: `${kind}/${helper}` };
    return this.within([this.queues.get(jobs[kind].house)!.add(kind, { helper } satisfies TriggerData, { ...forgotten, deduplication })]);
  }

  private async within(adds: readonly Promise<unknown>[]): Promise<void> {
    await Promise.race([Promise.allSettled(adds), sleep(addLimitMs, undefined, { ref: false })]);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const closing = Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
    await Promise.race([closing, sleep(addLimitMs, undefined, { ref: false })]);
  }
}
