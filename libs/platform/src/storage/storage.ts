import type { Readable } from 'node:stream';
import { repeat } from '../in-order.js';

export interface StoredObject {
  size: number;
  contentType: string;
  /** Changes whenever the bytes change; without quotes. */
  etag: string;
}
/** Bytes `start` to `end`, both counted, as in RFC 9110 section 14. */
export interface ByteRange {
  start: number;
  end?: number;
}

/** What is free where files lie, in bytes; null where there is no end to it. */
export interface StorageSpace {
  kind: 'disk' | 's3';
  free: number | null;
  total: number | null;
}

/** Where files lie. A key is any text up to 1,000 characters; what is written is durable when the promise resolves. */
export abstract class ObjectStorage {
  /** Stores the stream's bytes under `key`, replacing what was there at once. Rejects, and keeps nothing, when the stream fails. */
  abstract put(key: string, body: Readable | Buffer, contentType: string): Promise<StoredObject>;
  /** The object's bytes; undefined when there is none. The caller reads or destroys the stream. */
  abstract get(key: string, range?: ByteRange): Promise<(StoredObject & { body: Readable }) | undefined>;
  abstract head(key: string): Promise<StoredObject | undefined>;
  abstract copy(from: string, to: string): Promise<void>;
  /** Removes what is there of `keys`. */
  abstract remove(keys: readonly string[]): Promise<void>;
  /** Keys that begin with `prefix`, in order, at most `limit` behind `after`. */
  abstract list(prefix: string, after?: string, limit?: number): Promise<string[]>;
  /** Whether it can be reached, and what is left of it; rejects when it cannot. */
  abstract space(): Promise<StorageSpace>;
}

/** Removes everything under `prefix`. */
export const removeAll = async (storage: ObjectStorage, prefix: string): Promise<void> => {
  const keys = await storage.list(prefix, undefined, 1_000);
  if (keys.length === 0) return;
  await storage.remove(keys);
  await removeAll(storage, prefix);
};

const atOnce = 500;
const dayMs = 86_400_000;

/**
 * Removes objects that nothing speaks of, such as those whose row a crash has prevented: keys are `prefix` and a UUIDv7 that is older
 * than a day, and `forsaken` answers which of some keys may go.
 */
export const removeForsaken = async (
  storage: ObjectStorage,
  prefix: string,
  now: Date,
  forsaken: (keys: string[]) => Promise<string[]>,
): Promise<void> => {
  let after: string | undefined;
  await repeat(async () => {
    const keys = await storage.list(prefix, after, atOnce);
    after = keys.at(-1);
    await storage.remove(await forsaken(keys.filter((key) => bornAt(key.slice(prefix.length)) < now.getTime() - dayMs)));
    return keys.length === atOnce;
  });
};

/** The milliseconds in a UUIDv7 (RFC 9562, section 5.7). */
const bornAt = (id: string): number => Number.parseInt(id.replace('-', '').slice(0, 12), 16);
