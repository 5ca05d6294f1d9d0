import { finding, type Finding } from '../finding.js';

/** Caps on an uploaded archive; sizes in bytes. `ratio` counts only for a file of more than `ratioFromBytes`. */
export type ArchiveLimits = {
  zipBytes: number;
  totalBytes: number;
  entries: number;
  fileBytes: number;
  ratio: number;
  ratioFromBytes: number;
};

export const archiveLimits: ArchiveLimits = {
  zipBytes: 2 * 1024 ** 3,
  totalBytes: 4 * 1024 ** 3,
  entries: 50_000,
  fileBytes: 1024 ** 3,
  ratio: 200,
  ratioFromBytes: 10 * 1024 ** 2,
};

/** Counts one entry's inflated bytes; answers a finding as soon as a cap is passed: stop reading then. */
export type EntryMeter = { add(bytes: number): Finding | undefined };

/** Counts what really comes out of an archive; declared sizes are never trusted. One per archive; entries may run in parallel. */
export class LimitMeter {
  private entries = 0;
  private total = 0;

  constructor(private readonly limits: ArchiveLimits = archiveLimits) {}

  /** Call once with the size of the zip file itself, in bytes. */
  archive(bytes: number): Finding | undefined {
    const limit = this.limits.zipBytes;
    return bytes > limit ? finding('archive-too-large', { bytes, limit }) : undefined;
  }

  /** Call for each entry, folders too, before reading it. `packedBytes`: its compressed size in the archive. */
  entry(path: string, packedBytes: number): { meter: EntryMeter; refused?: Finding } {
    const { entries: limit } = this.limits;
    this.entries += 1;
    let size = 0;
    const add = (bytes: number) => {
      size += bytes;
      this.total += bytes;
      return this.passed(path, size, packedBytes);
    };
    return { meter: { add }, ...(this.entries > limit && { refused: finding('archive-too-many-entries', { limit }) }) };
  }

  private passed(path: string, size: number, packedBytes: number): Finding | undefined {
    const { fileBytes, totalBytes, ratio, ratioFromBytes } = this.limits;
    if (size > fileBytes) return finding('archive-file-too-large', { limit: fileBytes }, { path });
    if (this.total > totalBytes) return finding('archive-expands-too-large', { limit: totalBytes });
    if (size > ratioFromBytes && size > ratio * packedBytes) return finding('archive-ratio-too-high', { limit: ratio }, { path });
    return undefined;
  }
}

/** The Unix mode in the upper half of the external attributes names something that is neither file nor folder (APPNOTE 4.4.15). */
export function isLinkOrDevice(externalAttributes: number): boolean {
  const kind = (externalAttributes >>> 16) & 0o170000;
  return kind !== 0 && kind !== 0o100000 && kind !== 0o040000;
}

/** Where an entry lies in the archive: offset of its local header and the number of bytes from there to the end of its data. */
export type EntryExtent = { path: string; offset: number; length: number };

/** One finding for each entry that shares bytes with an earlier one (a quine or overlap bomb). */
export function overlappingEntries(entries: readonly EntryExtent[]): Finding[] {
  const sorted = entries.toSorted((a, b) => a.offset - b.offset);
  const findings: Finding[] = [];
  let reach: EntryExtent | undefined;
  for (const entry of sorted) {
    if (reach && entry.offset < reach.offset + reach.length) {
      findings.push(finding('archive-entries-overlap', { other: reach.path }, { path: entry.path }));
    }
    if (!reach || entry.offset + entry.length > reach.offset + reach.length) reach = entry;
  }
  return findings;
}
