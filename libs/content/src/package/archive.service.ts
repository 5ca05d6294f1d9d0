import { Readable, Transform, pipeline, type TransformCallback } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ObjectStorage } from '@aula/platform';
import { archiveLimits, finding, type ArchiveLimits } from '@aula/scorm';
import { RandomAccessReader, fromRandomAccessReaderPromise } from 'yauzl';
import { ArchiveListing, dataStart, localHeaderBytes, type ArchiveEntry, type Listing } from './archive.entity.js';
import { BlockCache } from './block-cache.service.js';
import { Refused, isRefused, refusal, type PackageFinding } from './package.entity.js';

/** Looks at each inflated chunk; a finding ends the reading. */
type Watch = (chunk: Buffer) => PackageFinding | undefined;

/** A zip that lies in the object storage, read where it lies: only the ranges that are needed, never the whole in memory. */
export class StoredArchive {
  private constructor(private readonly blocks: BlockCache) {}

  /** Throws when there is no such object. */
  static async open(storage: ObjectStorage, key: string): Promise<StoredArchive> {
    const there = await storage.head(key);
    if (!there) throw new Error('the upload of this package is not in the storage');
    return new StoredArchive(new BlockCache(storage, key, there.size));
  }

  /** What the central directory says. Throws `Refused` when it cannot be read as a zip, and errors of the storage as they are. */
  async list(limits: ArchiveLimits = archiveLimits): Promise<Listing> {
    const { size } = this.blocks;
    if (size > limits.zipBytes) throw new Refused([finding('archive-too-large', { bytes: size, limit: limits.zipBytes })]);
    try {
      return await this.read(limits);
    } catch (error) {
      if (error instanceof Refused || this.blocks.failure !== undefined) throw this.blocks.failure ?? error;
      const reason = error instanceof Error ? error.message : '';
      const code = reason.startsWith('strong encryption') ? finding('archive-encrypted', {}) : finding('archive-unreadable', { reason });
      throw new Refused([code]);
    }
  }

  private async read(limits: ArchiveLimits): Promise<Listing> {
    const reader = new BlockReader(this.blocks);
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const zip = await fromRandomAccessReaderPromise(reader, this.blocks.size, options);
    if (zip.entryCount > limits.entries) throw new Refused([finding('archive-too-many-entries', { limit: limits.entries })]);
    const listing = new ArchiveListing(limits);
    for await (const entry of zip.eachEntry()) if (!listing.take(entry)) break;
    const listed = listing.finish();
    if (isRefused(listed.findings)) throw new Refused(listed.findings);
    return listed;
  }

  /**
   * The inflated bytes of an entry, checked against its size and checksum while they pass. `refused()` says, once reading has failed,
   * whether that was the archive's fault.
   */
  async open(entry: ArchiveEntry, watch: Watch = () => undefined): Promise<{ stream: Readable; refused: () => Refused | undefined }> {
    const raw = await this.blocks.stream(await this.locate(entry), entry.packed);
    let fault: Refused | undefined;
    const note = (error: unknown): void => {
      if (error instanceof Refused) fault = error;
      else if (isZlibError(error)) fault = new Refused([refusal('archive-file-damaged', entry.path)]);
    };
    const check = new Check(entry, watch).on('error', note); // the first listener, so that whoever reads hears of it later
    if (entry.method === 0) pipeline(raw, check, () => undefined);
    else pipeline(raw, createInflateRaw(), check, () => undefined);
    return { stream: check, refused: () => fault };
  }

  /** The bytes of a small entry. */
  async bytes(entry: ArchiveEntry): Promise<Buffer> {
    const { stream, refused } = await this.open(entry);
    try {
      return Buffer.concat((await stream.toArray()) as Buffer[]);
    } catch (error) {
      throw refused() ?? error;
    }
  }

  private async locate(entry: ArchiveEntry): Promise<number> {
    const damaged = new Refused([refusal('archive-file-damaged', entry.path)]);
    const headEnd = entry.offset + localHeaderBytes + entry.nameBytes;
    if (headEnd + entry.packed > this.blocks.size) throw damaged;
    const head = await this.blocks.bytes(entry.offset, localHeaderBytes + entry.nameBytes);
    const start = dataStart(entry, head, (length) => head.subarray(localHeaderBytes, localHeaderBytes + length));
    if (start === undefined) throw new Refused([refusal('archive-headers-disagree', entry.path)]);
    if (start + entry.packed > this.blocks.size) throw damaged;
    return start;
  }
}

/** Lets through exactly what the entry is said to hold. */
class Check extends Transform {
  /** Not `size`: S3's client takes that of a stream for its length. */
  private passed = 0;
  private sum = 0;

  constructor(
    private readonly entry: ArchiveEntry,
    private readonly watch: Watch,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.passed += chunk.length;
    this.sum = crc32(chunk, this.sum);
    const found = this.watch(chunk) ?? (this.passed > this.entry.size ? this.damage() : undefined);
    done(found && new Refused([found]), chunk);
  }

  override _flush(done: TransformCallback): void {
    const whole = this.passed === this.entry.size && this.sum === this.entry.crc32;
    done(whole ? null : new Refused([this.damage()]));
  }

  private damage(): PackageFinding {
    return refusal('archive-file-damaged', this.entry.path);
  }
}

/** How yauzl reads: through the blocks. */
class BlockReader extends RandomAccessReader {
  constructor(private readonly blocks: BlockCache) {
    super();
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    this.blocks.bytes(position, length).then((bytes) => {
      bytes.copy(buffer, offset);
      callback(null);
    }, callback);
  }
}

const isZlibError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
