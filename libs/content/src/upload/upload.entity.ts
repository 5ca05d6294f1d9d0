import { Readable } from 'node:stream';
import type { PackageId, UploadId } from '@aula/contracts';

/** A package on its way as it is read. Instants are RFC 3339 texts. */
export interface UploadRow {
  id: UploadId;
  owner_id: string;
  file_name: string;
  size: number;
  received: number;
  package_id: PackageId | null;
  created_at: string;
  expires_at: string;
  expired: boolean;
}

/** Bytes of one stored part: what is lost when a process is killed while they arrive. */
const partBytes = 16 * 1_024 ** 2;

export const uploadsFolder = 'uploads/';
/** Where the parts of an upload lie. */
export const partsPrefix = (id: string): string => `${uploadsFolder}${id}/`;

/**
 * Cuts what arrives into parts. A line that breaks only ends the part under way: what came of it counts. For one request.
 */
export class PartCutter {
  private readonly source: AsyncIterator<Buffer, undefined>;
  private next: Buffer | undefined;

  constructor(stream: Readable) {
    this.source = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  }

  /** The next part, of at least one byte and at most 16 MB; undefined when nothing more comes. To be read before the next is asked for. */
  async part(): Promise<Readable | undefined> {
    this.next ??= await this.read();
    return this.next && Readable.from(this.chunks(), { objectMode: false });
  }

  private async *chunks(): AsyncGenerator<Buffer> {
    let left = partBytes;
    for await (const chunk of this.arriving()) {
      if (!chunk) return;
      yield chunk.subarray(0, left);
      if (chunk.length > left) this.next = chunk.subarray(left);
      if (chunk.length >= left) return;
      left -= chunk.length;
    }
  }

  private async *arriving(): AsyncGenerator<Buffer | undefined> {
    for (;;) {
      const kept = this.next;
      this.next = undefined;
      yield kept ?? this.read();
    }
  }

  private async read(): Promise<Buffer | undefined> {
    try {
      const { done, value } = await this.source.next();
      return done ? undefined : value;
    } catch {
      return undefined;
    }
  }
}
