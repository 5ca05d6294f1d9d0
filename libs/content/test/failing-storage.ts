import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { DiskStorage, ObjectStorage, SystemRandom, type ByteRange, type StorageSpace, type StoredObject } from '@aula/platform';
import type pg from 'pg';

const killed = new Error('killed');

/** A run that a test may kill: from then on nothing it asks of the storage is ever answered. */
export class Run {
  static readonly current = new AsyncLocalStorage<Run>();
  asked = 0;
  dead = false;
  private die: () => void = () => undefined;
  private waiting: ((reason: Error) => void)[] = [];
  private buried = false;
  private under = 0;
  /** Resolves when the run is dead and nothing that it asked for before is still being done. */
  readonly died = new Promise<void>((resolve) => (this.die = resolve));

  constructor(
    private readonly killedAt: number,
    private readonly when: 'before' | 'after' = 'before',
  ) {}

  async pass<T>(body: () => Promise<T>): Promise<T> {
    const own = ++this.asked;
    if (this.dead || (own >= this.killedAt && this.when === 'before')) return this.silence();
    this.under++;
    const result = await body().finally(() => {
      this.under--;
      this.rest();
    });
    return this.dead || own >= this.killedAt ? this.silence() : result;
  }

  private silence(): Promise<never> {
    this.dead = true;
    this.rest();
    return new Promise((_, reject) => (this.buried ? reject(killed) : this.waiting.push(reject)));
  }

  private rest(): void {
    if (this.dead && this.under === 0) this.die();
  }

  /** Ends what still waits, as if the process came back to life and found its storage gone. */
  bury(): void {
    this.buried = true;
    for (const reject of this.waiting.splice(0)) reject(killed);
  }
}

/** Disk storage that fails when a test says so. */
export class FailingStorage extends ObjectStorage {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'aula-files-'));
  /** How often `put` is still to fail for keys like this. */
  failures = { key: /^$/, left: 0 };
  private disk: ObjectStorage | undefined;

  /** For `drivers.storage` of a house. */
  readonly driver = (pool: pg.Pool): ObjectStorage => {
    this.disk = new DiskStorage(path.join(this.folder, 'objects'), pool, new SystemRandom());
    return this;
  };

  async put(key: string, body: Readable | Buffer, contentType: string): Promise<StoredObject> {
    return this.pass(() => {
      if (this.failures.left > 0 && this.failures.key.test(key)) {
        this.failures.left--;
        throw new Error('the disk is full');
      }
      return this.disk!.put(key, body, contentType);
    });
  }
  async get(key: string, range?: ByteRange): Promise<(StoredObject & { body: Readable }) | undefined> {
    return this.pass(() => this.disk!.get(key, range));
  }
  async head(key: string): Promise<StoredObject | undefined> {
    return this.pass(() => this.disk!.head(key));
  }
  async copy(from: string, to: string): Promise<void> {
    return this.pass(() => this.disk!.copy(from, to));
  }
  async space(): Promise<StorageSpace> {
    return this.disk!.space();
  }
  async remove(keys: readonly string[]): Promise<void> {
    return this.pass(() => this.disk!.remove(keys));
  }
  async list(prefix: string, after?: string, limit?: number): Promise<string[]> {
    return this.pass(() => this.disk!.list(prefix, after, limit));
  }

  private async pass<T>(body: () => Promise<T>): Promise<T> {
    const run = Run.current.getStore();
    return run ? run.pass(body) : body();
  }
}
