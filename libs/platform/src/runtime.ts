import path from 'node:path';
import type pg from 'pg';
import { doorLimits, type ConnectionLimits } from './database/orm.js';
import { Clock, SystemClock } from './clock.js';
import { Ids } from './ids.js';
import { openLog, type Logger } from './log.js';
import { Random, SystemRandom } from './random.js';
import { readSettings, type Settings } from './settings/settings.js';
import { DiskStorage } from './storage/disk.js';
import { S3Storage } from './storage/s3.js';
import type { ObjectStorage } from './storage/storage.js';

/** What a process runs with. Tests pass other drivers. */
export interface Runtime {
  settings: Settings;
  clock: Clock;
  random: Random;
  ids: Ids;
  log: Logger;
  limits: ConnectionLimits;
  /** The storage as seen by one house, given its pool. */
  storage: (pool: pg.Pool) => ObjectStorage;
}
export type Drivers = Partial<Omit<Runtime, 'ids'>>;

/** The product's own drivers, with those given in place of them. */
export const openRuntime = (name: string, drivers: Drivers = {}): Runtime => {
  const settings = drivers.settings ?? readSettings();
  const clock = drivers.clock ?? new SystemClock();
  const random = drivers.random ?? new SystemRandom();
  const s3 = settings.s3 && new S3Storage(settings.s3);
  return {
    settings,
    clock,
    random,
    ids: new Ids(clock, random),
    log: drivers.log ?? openLog(settings.logLevel, name),
    limits: drivers.limits ?? doorLimits,
    storage: drivers.storage ?? ((pool) => s3 ?? new DiskStorage(path.join(settings.dataFolder, 'objects'), pool, random)),
  };
};
