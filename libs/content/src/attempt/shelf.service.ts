import { Injectable } from '@nestjs/common';
import { ObjectStorage } from '@aula/platform';

const largest = 512 * 1_024;
const capacity = 64 * 1_024 * 1_024;

/** Small objects in memory, up to 64 MB, the least used go first. Whoever asks while one is being read waits for the same reading. */
@Injectable()
export class ShelfService {
  private readonly kept = new Map<string, Buffer>();
  private readonly coming = new Map<string, Promise<Buffer | undefined>>();
  private bytes = 0;

  constructor(private readonly storage: ObjectStorage) {}

  /** True for an object of so many bytes that is kept whole in memory; others are read as a stream. */
  takes(size: number): boolean {
    return size <= largest;
  }

  /** The bytes of an object that never changes, if they are here already. */
  there(key: string): Buffer | undefined {
    const bytes = this.kept.get(key);
    if (!bytes) return undefined;
    this.kept.delete(key);
    this.kept.set(key, bytes); // the last in the map is the one used last
    return bytes;
  }

  /** The bytes of a small object that never changes. Undefined: it is not in the storage. */
  async get(key: string): Promise<Buffer | undefined> {
    const there = this.there(key);
    if (there) return there;
    const coming = this.coming.get(key) ?? this.fetch(key);
    this.coming.set(key, coming);
    return coming;
  }

  private async fetch(key: string): Promise<Buffer | undefined> {
    try {
      const object = await this.storage.get(key);
      if (!object) return undefined;
      const bytes = Buffer.concat((await object.body.toArray()) as Buffer[]);
      this.keep(key, bytes);
      return bytes;
    } finally {
      this.coming.delete(key);
    }
  }

  private keep(key: string, bytes: Buffer): void {
    this.kept.set(key, bytes);
    this.bytes += bytes.length;
    for (const [oldest, old] of this.kept) {
      if (this.bytes <= capacity) break;
      this.kept.delete(oldest);
      this.bytes -= old.length;
    }
  }
}
