import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { codings, type ObjectStorage } from '@aula/platform';
import { codedKey, isCompressible, packed, type BlobRow } from './blob.entity.js';

/** The bytes of one file, which may be read several times. */
export interface Source {
  size: number;
  type: string;
  /** All bytes, where the file is small enough to be held whole. */
  whole: Buffer | undefined;
  open: () => Promise<Readable>;
}

/** Stores files by their content below one folder; what is stored anywhere already is not stored again. For one run. */
export class BlobStore {
  private readonly coming = new Map<string, Promise<BlobRow>>();

  constructor(
    private readonly storage: ObjectStorage,
    private readonly folder: string,
    private readonly known: (sha256: string) => Promise<BlobRow | undefined>,
  ) {}

  /** The blob of bytes with this hash: the one that is there, else a new one. */
  take(sha256: string, source: Source): Promise<BlobRow> {
    const coming = this.coming.get(sha256) ?? this.find(sha256, source);
    this.coming.set(sha256, coming);
    return coming;
  }

  private async find(sha256: string, source: Source): Promise<BlobRow> {
    return (await this.known(sha256)) ?? this.store(sha256, source);
  }

  private async store(sha256: string, { size, type, whole, open }: Source): Promise<BlobRow> {
    const key = this.folder + sha256;
    await this.storage.put(key, whole ?? (await open()), type);
    const blob: BlobRow = { sha256, size, storage_key: key, br: null, gzip: null };
    if (!whole || !isCompressible(type, size)) return blob;
    const sizes = await Promise.all(
      codings.map(async (coding) => {
        const bytes = await packed(whole, coding);
        if (bytes) await this.storage.put(codedKey(key, coding), bytes, type);
        return [coding, bytes?.length ?? null] as const;
      }),
    );
    return { ...blob, ...Object.fromEntries(sizes) };
  }
}

/** SHA-256 of what passes, hex. */
export const hashOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
};
