import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { ObjectStorage } from '@aula/platform';
import type { PackageFile } from './file.entity.js';

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
const largest = 512 * 1_024;
const capacity = 64 * 1_024 * 1_024;

type Coding = 'br' | 'gzip' | undefined;

/** Small files in memory, up to 64 MB, the least used go first. Whoever asks while a file is being read waits for the same reading. */
@Injectable()
export class ShelfService {
  private readonly kept = new Map<string, Buffer>();
  private readonly coming = new Map<string, Promise<Buffer | undefined>>();
  private bytes = 0;

  constructor(private readonly storage: ObjectStorage) {}

  /** True for a file that is kept whole in memory; others are read as a stream. */
  takes(file: PackageFile): boolean {
    return file.size <= largest;
  }

  /** The bytes of a small file, compressed when a coding is named. Undefined: it is not in the storage. */
  async get(file: PackageFile, coding?: Coding): Promise<Buffer | undefined> {
    const name = `${file.etag}:${file.key}:${coding ?? ''}`;
    const there = this.kept.get(name);
    if (there) {
      this.kept.delete(name);
      this.kept.set(name, there);
      return there;
    }
    const coming = this.coming.get(name) ?? this.fetch(name, file, coding);
    this.coming.set(name, coming);
    return coming;
  }

  private async fetch(name: string, file: PackageFile, coding: Coding): Promise<Buffer | undefined> {
    try {
      const bytes = coding ? await this.encoded(file, coding) : await this.read(file);
      if (bytes) this.keep(name, bytes);
      return bytes;
    } finally {
      this.coming.delete(name);
    }
  }

  private async encoded(file: PackageFile, coding: 'br' | 'gzip'): Promise<Buffer | undefined> {
    const plain = await this.get(file);
    if (!plain) return undefined;
    return coding === 'gzip' ? zip(plain) : brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  }

  private async read(file: PackageFile): Promise<Buffer | undefined> {
    const object = await this.storage.get(file.key);
    if (!object) return undefined;
    const chunks: Buffer[] = [];
    for await (const chunk of object.body) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  private keep(name: string, bytes: Buffer): void {
    this.kept.set(name, bytes);
    this.bytes += bytes.length;
    for (const [oldest, old] of this.kept) {
      if (this.bytes <= capacity) break;
      this.kept.delete(oldest);
      this.bytes -= old.length;
    }
  }
}
