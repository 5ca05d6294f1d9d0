import { Readable } from 'node:stream';
import type { ObjectStorage } from '@aula/platform';

const blockBytes = 262_144;
const mostBlocks = 32;

/** Ranges of one stored object, small ones through blocks of 256 KB, of which the last 32 are kept: 8 MB at most. */
export class BlockCache {
  private readonly kept = new Map<number, Promise<Buffer>>();
  /** Why the storage could not be read, if it could not. */
  failure: Error | undefined;

  constructor(
    private readonly storage: ObjectStorage,
    private readonly key: string,
    readonly size: number,
  ) {}

  /** Throws when the range leaves the object. */
  async bytes(position: number, length: number): Promise<Buffer> {
    if (!Number.isSafeInteger(position) || position < 0 || position + length > this.size) throw new Error('unexpected end of the file');
    const first = Math.floor(position / blockBytes);
    const count = Math.floor((position + Math.max(length, 1) - 1) / blockBytes) - first + 1;
    const blocks = await Promise.all(Array.from({ length: count }, (_, index) => this.block(first + index)));
    const start = position - first * blockBytes;
    return (blocks.length === 1 ? blocks[0]! : Buffer.concat(blocks)).subarray(start, start + length);
  }

  /** The range as a stream; a long one comes straight from the storage. */
  async stream(position: number, length: number): Promise<Readable> {
    if (length <= blockBytes) return Readable.from(length === 0 ? [] : [await this.bytes(position, length)], { objectMode: false });
    return this.fetch(position, length);
  }

  private block(index: number): Promise<Buffer> {
    const there = this.kept.get(index);
    const block = there ?? this.load(index);
    this.kept.delete(index);
    this.kept.set(index, block); // the last in the map is the one used last
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostBlocks) break;
      this.kept.delete(oldest);
    }
    return block;
  }

  private async load(index: number): Promise<Buffer> {
    try {
      const start = index * blockBytes;
      const length = Math.min(blockBytes, this.size - start);
      const bytes = Buffer.concat((await (await this.fetch(start, length)).toArray()) as Buffer[]);
      if (bytes.length !== length) throw new Error('the storage answered with another range than was asked for');
      return bytes;
    } catch (error) {
      this.kept.delete(index);
      this.failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }

  private async fetch(start: number, length: number): Promise<Readable> {
    const object = await this.storage.get(this.key, { start, end: start + length - 1 });
    if (!object) throw new Error('the upload of this package is not in the storage');
    return object.body;
  }
}
