import { Readable, addAbortSignal } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { inOrder, repeat } from '@aula/platform';
import { LimitMeter } from '@aula/scorm';
import type { ArchiveEntry } from './archive.entity.js';
import type { StoredArchive } from './archive.service.js';
import { isHeldWhole } from './blob.entity.js';
import { hashOf, type BlobStore } from './blob-store.service.js';
import { Refused } from './package.entity.js';
import { TypeProbe, type PackageFileRow } from './package-file.entity.js';

/** Files that are written at once. */
const lanes = 6;
const reportMs = 2_000;

type Opened = Awaited<ReturnType<StoredArchive['open']>>;
/** Notes the files that are stored since the last report, and how much of all is done, 0 to 1. */
type Report = (files: readonly PackageFileRow[], progress: number) => Promise<void>;

/** Writes the files of one archive to the storage. For one run. */
export class FileStore {
  private readonly limits = new LimitMeter();
  private readonly stop = new AbortController();
  private unreported: PackageFileRow[] = [];
  private done = 0;

  constructor(
    private readonly archive: StoredArchive,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * Stores every entry that is not there already, several at once, and reports about every two seconds and at the end. When one fails,
   * or a report does, the others are stopped. Throws `Refused` for what is wrong with the archive.
   */
  async all(entries: readonly ArchiveEntry[], there: readonly { path: string; size: number }[], report: Report): Promise<void> {
    const total = entries.reduce((sum, { size }) => sum + size, 0);
    const say = async (): Promise<void> => {
      const files = this.unreported.splice(0);
      await report(files, total === 0 ? 0 : Math.min(1, this.done / total));
    };
    const ended = new AbortController();
    const reporting = this.guarded(() => recurring(say, ended.signal));
    const left = this.leaveOut(entries, there)[Symbol.iterator]();
    const body = async (entry: ArchiveEntry): Promise<void> => {
      this.stop.signal.throwIfAborted();
      await this.store(entry);
    };
    await Promise.all(Array.from({ length: lanes }, () => this.guarded(() => inOrder(left, body))));
    ended.abort();
    await reporting;
    this.stop.signal.throwIfAborted();
    await say();
  }

  /** The entries that are still to be stored; those that are there count against the limits all the same. */
  private leaveOut(entries: readonly ArchiveEntry[], there: readonly { path: string; size: number }[]): ArchiveEntry[] {
    const sizes = new Map(there.map(({ path, size }) => [path, size]));
    return entries.filter(({ path, size, packed }) => {
      if (sizes.get(path) !== size) return true;
      this.limits.entry(path, packed).meter.add(size);
      this.done += size;
      return false;
    });
  }

  private async store(entry: ArchiveEntry): Promise<void> {
    const { path, packed, size } = entry;
    const { meter, refused } = this.limits.entry(path, packed);
    if (refused) throw new Refused([refused]);
    const probe = new TypeProbe(path);
    const first = await this.archive.open(entry, (chunk) => {
      probe.add(chunk);
      this.done += chunk.length;
      return meter.add(chunk.length);
    });
    const { sha256, whole } = await this.read(first, isHeldWhole(probe.type, size));
    const open = async (): Promise<Readable> => addAbortSignal(this.stop.signal, (await this.archive.open(entry)).stream);
    const blob = await this.blobs.take(sha256, { size, type: probe.type, whole, open });
    const row = { path, folded: path.toLowerCase(), size, content_type: probe.result(), attachment: probe.attachment };
    this.unreported.push({ ...row, blob });
  }

  /** The hash of a file, and its bytes where they are held. */
  private async read({ stream, refused }: Opened, held: boolean): Promise<{ sha256: string; whole: Buffer | undefined }> {
    try {
      addAbortSignal(this.stop.signal, stream);
      if (!held) return { sha256: await hashOf(stream), whole: undefined };
      const whole = Buffer.concat((await stream.toArray()) as Buffer[]);
      return { sha256: await hashOf(Readable.from([whole])), whole };
    } catch (error) {
      stream.destroy();
      throw refused() ?? error;
    }
  }

  /** The first failure stops everything; it is thrown once all have ended. */
  private async guarded(body: () => Promise<unknown>): Promise<void> {
    try {
      await body();
    } catch (error) {
      this.stop.abort(error);
    }
  }
}

/** Repeats `body` with a pause until the signal; the first time after one pause. */
const recurring = (body: () => Promise<void>, end: AbortSignal): Promise<void> =>
  repeat(async () => {
    await sleep(reportMs, undefined, { signal: end }).catch(() => undefined);
    if (end.aborted) return false;
    await body();
    return true;
  });
