import type { Finding } from '../finding.js';

export type ArchiveLimits = {
  zipBytes: number;
  totalBytes: number;
  entries: number;
  fileBytes: number;
  ratio: number;
  ratioFromBytes: number;
};

/** Caps on an uploaded archive; bytes. A ratio above `ratio` counts only once a file has more than `ratioFromBytes`. */
export const archiveLimits: ArchiveLimits = {
  zipBytes: 2 * 1024 ** 3,
  totalBytes: 4 * 1024 ** 3,
  entries: 50_000,
  fileBytes: 1024 ** 3,
  ratio: 200,
  ratioFromBytes: 10 * 1024 ** 2,
};

/** Counts one entry's inflated bytes; returns a finding as soon as a cap is passed (stop reading then). */
export type EntryMeter = { add(bytes: number): Finding | undefined };

/** Counts what really comes out of an archive; declared sizes are never trusted. One per archive, entries may run in parallel. */
export class LimitMeter {
  constructor(private readonly limits: ArchiveLimits = archiveLimits) {}

  /** Call once with the size of the zip file itself. */
  archive(bytes: number): Finding | undefined {
    throw new Error(String([bytes, this.limits]));
  }

  /** Call for each entry, folders too, before reading it. `packedBytes` is its compressed size in the archive. */
  entry(path: string, packedBytes: number): { meter: EntryMeter; refused?: Finding } {
    throw new Error(path + packedBytes);
  }
}

/** Unix mode in the upper half of the external attributes names something that is neither file nor folder. */
export function isLinkOrDevice(externalAttributes: number): boolean {
  throw new Error(String(externalAttributes));
}

/** Where an entry lies in the archive: offset of its local header and the number of bytes up to its end. */
export type EntryExtent = { path: string; offset: number; length: number };

/** One finding for each entry that shares bytes with an earlier one. */
export function overlappingEntries(entries: readonly EntryExtent[]): Finding[] {
  throw new Error(String(entries));
}
