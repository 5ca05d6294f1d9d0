import { crc32 } from 'node:zlib';
import {
  LimitMeter,
  archiveLimits,
  archivePath,
  collisions,
  decodeName,
  finding,
  isClutter,
  isLinkOrDevice,
  overlappingEntries,
  type ArchiveLimits,
} from '@aula/scorm';
import type { Entry } from 'yauzl';
import { refusal, type PackageFinding } from './package.entity.js';

/** One file of an archive as its central directory has it; sizes and `offset` (of the local header) in bytes. */
export interface ArchiveEntry {
  path: string;
  offset: number;
  packed: number;
  size: number;
  /** 0 stored, 8 deflated. */
  method: number;
  crc32: number;
  /** Of the raw name, so that the local header can be held against it. */
  nameCrc32: number;
  nameBytes: number;
}
export interface Listing {
  entries: ArchiveEntry[];
  findings: PackageFinding[];
}

const methods = [0, 8];
const longestRawName = 4_096;
const mostOfOneCode = 100;
/** Local header without name and extra field (APPNOTE 6.3.10, 4.3.7). */
export const localHeaderBytes = 30;

/** Judges an archive by its central directory, entry by entry, before one byte of content is read. Nothing of an entry is kept but what is needed. */
export class ArchiveListing {
  private readonly meter: LimitMeter;
  private readonly entries: ArchiveEntry[] = [];
  private readonly findings: PackageFinding[] = [];
  private repaired = false;

  constructor(limits: ArchiveLimits = archiveLimits) {
    this.meter = new LimitMeter(limits);
  }

  /** Takes the next entry; false when enough is wrong to stop reading. */
  take(entry: Entry): boolean {
    const found = this.judge(entry);
    this.findings.push(...found);
    return !found.some(({ code }) => fatal.includes(code)) && this.findings.length < mostOfOneCode;
  }

  finish(): Listing {
    const extents = this.entries.map(({ path, offset, packed, nameBytes }) => ({
      path,
      offset,
      length: localHeaderBytes + nameBytes + packed,
    }));
    const files = this.entries.filter(({ path }) => !isClutter(path));
    const clashes = collisions(files.map(({ path }) => path));
    const odd = [...someOf(emptyFiles(files)), ...someOf(oddNames(files))];
    return { entries: files, findings: [...this.findings, ...someOf(overlappingEntries(extents)), ...someOf(clashes), ...odd] };
  }

  private judge(entry: Entry): PackageFinding[] {
    const raw = { name: entry.fileNameRaw, flags: entry.generalPurposeBitFlag, extraFields: entry.extraFields };
    const name = raw.name.length > longestRawName ? raw.name.toString('latin1').slice(0, longestRawName) : decodeName(raw);
    const { meter, refused } = this.meter.entry(name, entry.compressedSize);
    if (refused) return [refused];
    const place = archivePath(name);
    if (!place.ok) return [{ severity: 'error', code: place.code, path: name, parameters: place.parameters }];
    if (isLinkOrDevice(entry.externalFileAttributes)) return [finding('archive-link', {}, place)];
    if (place.directory) return this.backslash(place);
    if (entry.isEncrypted()) return [finding('archive-encrypted', {}, { path: place.path })];
    if (!methods.includes(entry.compressionMethod))
      return [refusal('archive-method-unsupported', place.path, { method: entry.compressionMethod })];
    const exceeded = meter.add(entry.uncompressedSize);
    if (exceeded) return [exceeded];
    this.entries.push(slim(entry, place.path));
    return this.backslash(place);
  }

  /** One finding for the whole archive: a tool that writes one name like this writes all of them so. */
  private backslash({ path, repaired }: { path: string; repaired: boolean }): PackageFinding[] {
    if (!repaired || this.repaired) return [];
    this.repaired = true;
    return [finding('archive-name-backslash', {}, { path })];
  }
}

/** Files that are there to be shown and hold nothing. */
const emptyFiles = (files: readonly ArchiveEntry[]): PackageFinding[] =>
  files
    .filter(({ path, size }) => size === 0 && /\.(x?html?|css|m?js|json|xml|png|jpe?g|gif|svg|mp[34]|webm|woff2?|ttf)$/i.test(path))
    .map(({ path }) => finding('file-empty', {}, { path }));

/** Names with signs that addresses or file systems read in their own way; they are served when the address escapes them. */
const oddNames = (files: readonly ArchiveEntry[]): PackageFinding[] =>
  files.filter(({ path }) => /[?#%:*"<>|]|[ .](\/|$)|(^|\/) /.test(path)).map(({ path }) => finding('archive-name-odd', {}, { path }));

const fatal: readonly string[] = ['archive-too-many-entries', 'archive-expands-too-large'];

const slim = (entry: Entry, path: string): ArchiveEntry => ({
  path,
  offset: entry.relativeOffsetOfLocalHeader,
  packed: entry.compressedSize,
  size: entry.uncompressedSize,
  method: entry.compressionMethod,
  crc32: entry.crc32,
  nameCrc32: crc32(entry.fileNameRaw),
  nameBytes: entry.fileNameLength,
});

const someOf = (found: PackageFinding[]): PackageFinding[] => {
  const [first] = found;
  if (!first || found.length <= mostOfOneCode) return found;
  return [...found.slice(0, mostOfOneCode), finding('findings-truncated', { code: first.code, count: found.length })];
};

/** Where an entry's data begin, behind its local header `head`; undefined when the header speaks of another file. */
export const dataStart = (entry: ArchiveEntry, head: Buffer, nameOf: (bytes: number) => Buffer): number | undefined => {
  if (head.readUInt32LE(0) !== 0x04034b50 || head.readUInt16LE(8) !== entry.method) return undefined;
  const nameBytes = head.readUInt16LE(26);
  if (nameBytes !== entry.nameBytes || crc32(nameOf(nameBytes)) !== entry.nameCrc32) return undefined;
  const described = (head.readUInt16LE(6) & 0x08) !== 0; // sizes follow the data instead (4.4.4, bit 3)
  const agrees = (stated: number, real: number): boolean => stated === real || stated === 0xffff_ffff; // the latter: ZIP64
  if (!described && !(agrees(head.readUInt32LE(18), entry.packed) && agrees(head.readUInt32LE(22), entry.size))) return undefined;
  return entry.offset + localHeaderBytes + nameBytes + head.readUInt16LE(28);
};
