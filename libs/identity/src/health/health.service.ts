import { Inject, Injectable } from '@nestjs/common';
import type { HealthReport } from '@aula/contracts';
import { Clock, ObjectStorage, SETTINGS, Work, type Settings } from '@aula/platform';
import {
  clockCondition,
  databaseCondition,
  mailCondition,
  queueCondition,
  storageCondition,
  type DatabaseState,
  type StoredFiles,
} from './health.entity.js';
import { databaseState, mailState, queueState, storedFiles } from './health.queries.js';

/** Milliseconds for which files are not counted again: there may be a million of them. */
const countedMs = 60_000;
const reachMs = 5_000;

@Injectable()
export class HealthService {
  private counted: { at: number; files: Promise<StoredFiles> } | undefined;

  constructor(
    private readonly work: Work,
    private readonly storage: ObjectStorage,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async report(): Promise<HealthReport> {
    const [storage, queue, database, mail] = await Promise.all([
      this.ofStorage(),
      this.work.read(queueState),
      this.work.read(databaseState),
      this.work.read(mailState),
    ]);
    const { workersMs, ...ofQueue } = queue;
    const { nowMs, ...ofDatabase } = database;
    return {
      at: this.clock.now().toISOString(),
      storage,
      queue: { condition: queueCondition(queue), backend: this.settings.redisUrl ? 'redis' : 'postgres', ...ofQueue },
      database: { condition: databaseCondition(database), ...ofDatabase },
      mail: { condition: mailCondition(mail), server: this.settings.smtpUrl !== undefined, ...mail },
      clock: this.ofClock(nowMs, workersMs),
    };
  }

  private ofClock(nowMs: DatabaseState['nowMs'], workersMs: number | null): HealthReport['clock'] {
    const differenceMs = Math.round(this.clock.now().getTime() - nowMs);
    return { condition: clockCondition(differenceMs, workersMs), differenceMs, workersMs };
  }

  private async ofStorage(): Promise<HealthReport['storage']> {
    const space = await within(reachMs, this.storage.space()).catch(() => undefined);
    const kind = this.settings.s3 ? 's3' : 'disk';
    const { free = null, total = null } = space ?? {};
    const files = kind === 'disk' ? await this.files() : undefined;
    return {
      condition: storageCondition(space !== undefined, free, total),
      kind,
      reachable: space !== undefined,
      freeBytes: free,
      totalBytes: total,
      houses: files?.houses ?? null,
      unfinished: files?.unfinished ?? null,
    };
  }

  private files(): Promise<StoredFiles> {
    const now = performance.now();
    if (!this.counted || now - this.counted.at > countedMs) this.counted = { at: now, files: this.work.read(storedFiles) };
    return this.counted.files;
  }
}

const within = <T>(ms: number, wanted: Promise<T>): Promise<T> =>
  Promise.race([
    wanted,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('no answer in time')), ms).unref();
    }),
  ]);
