import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { codings, type Coding } from '@aula/platform';

/** The bytes of a file by their SHA-256, where they lie, and the sizes of their compressed forms. */
export interface BlobRow {
  sha256: string;
  size: number;
  storage_key: string;
  br: number | null;
  gzip: number | null;
}

/** Where a compressed form lies. */
export const codedKey = (storageKey: string, coding: Coding): string => `${storageKey}.${coding}`;
/** Every key that may lie there for a blob. */
export const keysOf = (storageKey: string): string[] => [storageKey, ...codings.map((coding) => codedKey(storageKey, coding))];

const smallest = 1_024;
/** Files up to here are held whole while they are stored; of others only a part at a time. */
const largestWhole = 1_024 ** 2;
const largestCompressed = 8 * 1_024 ** 2;

/** Media types that compression makes smaller. */
const isText = (type: string): boolean => /^text\/|[/+](json|javascript|xml)\b|svg|wasm/.test(type);
export const isCompressible = (type: string, size: number): boolean => isText(type) && size >= smallest && size <= largestCompressed;
export const isHeldWhole = (type: string, size: number): boolean => size <= largestWhole || isCompressible(type, size);

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
/** Made once and sent often: close to the best that is quick enough for some megabytes. */
const pack: Record<Coding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: (bytes) => zip(bytes, { level: 9 }),
};

/** The compressed form; undefined where it saves less than a tenth. */
export const packed = async (bytes: Buffer, coding: Coding): Promise<Buffer | undefined> => {
  const smaller = await pack[coding](bytes);
  return smaller.length < bytes.length * 0.9 ? smaller : undefined;
};
