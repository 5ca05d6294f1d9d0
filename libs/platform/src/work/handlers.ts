import 'reflect-metadata';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { events, jobsOf, type EventName, type House, type JobKind } from '@aula/contracts';
import type { Recorder } from './recorder.js';
import type { EntityManager } from '@mikro-orm/postgresql';

const jobKey = Symbol('aula:job');
const hearsKey = Symbol('aula:hears');

/** Marks the one handler of an order. `each` jobs: (subjects, em, record), in the claiming transaction. `lease` jobs: (subject). */
export const Job =
  (kind: JobKind): MethodDecorator =>
  (target, property) =>
    Reflect.defineMetadata(jobKey, kind, target, property);

/** Marks the one hearer of a fact in this house: (items, em, record), in the delivery's transaction. */
export const Hears =
  (name: EventName): MethodDecorator =>
  (target, property) =>
    Reflect.defineMetadata(hearsKey, name, target, property);

export type EachHandler = (subjects: string[], em: EntityManager, record: Recorder) => Promise<void>;
export type LeaseHandler = (subject: string | null) => Promise<void>;
type HearHandler = (items: never[], em: EntityManager, record: Recorder) => Promise<void>;
export interface Handlers {
  readonly jobs: ReadonlyMap<JobKind, EachHandler | LeaseHandler>;
  readonly hears: ReadonlyMap<EventName, HearHandler>;
}

/** The house's handlers. Throws when an order of the house or a fact it is to hear has no handler or two, or one it does not own. */
export const collectHandlers = (house: House, discovery: DiscoveryService, scanner: MetadataScanner): Handlers => {
  const jobs = new Map<JobKind, EachHandler | LeaseHandler>();
  const hears = new Map<EventName, HearHandler>();
  for (const { instance } of discovery.getProviders()) {
    const target = instance as Record<string, (...parameters: unknown[]) => Promise<void>> | null;
    if (!target || typeof target !== 'object') continue;
    for (const method of scanner.getAllMethodNames(Object.getPrototypeOf(target) as object)) {
      const prototype = Object.getPrototypeOf(target) as object;
      put(jobs, Reflect.getMetadata(jobKey, prototype, method) as JobKind | undefined, target[method]!.bind(target));
      put(hears, Reflect.getMetadata(hearsKey, prototype, method) as EventName | undefined, target[method]!.bind(target));
    }
  }
  demand(house, 'order', jobsOf(house), [...jobs.keys()]);
  demand(house, 'fact', heardBy(house), [...hears.keys()]);
  return { jobs, hears };
};

const put = <K, V>(map: Map<K, V>, key: K | undefined, value: V): void => {
  if (key === undefined) return;
  if (map.has(key)) throw new Error(`Two handlers for ${String(key)}`);
  map.set(key, value);
};

const heardBy = (house: House): EventName[] =>
  (Object.keys(events) as EventName[]).filter((name) => (events[name].heardBy as readonly House[]).includes(house));

const demand = (house: House, what: string, wanted: readonly string[], there: readonly string[]): void => {
  const lacking = wanted.filter((name) => !there.includes(name));
  const foreign = there.filter((name) => !wanted.includes(name));
  if (lacking.length > 0) throw new Error(`${house}: no handler for the ${what} ${lacking.join(', ')}`);
  if (foreign.length > 0) throw new Error(`${house}: contracts give it no ${what} ${foreign.join(', ')}`);
};
