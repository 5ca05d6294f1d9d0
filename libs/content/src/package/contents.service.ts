import type { ObjectStorage } from '@aula/platform';
import {
  LimitMeter,
  explainMissingManifest,
  findManifest,
  finding,
  parseManifest,
  parseMetadata,
  soleArchive,
  type Manifest,
} from '@aula/scorm';
import type { ArchiveEntry, Listing } from './archive.entity.js';
import { StoredArchive } from './archive.service.js';
import { Refused, isRefused, type PackageFinding } from './package.entity.js';

/** A package that may be unpacked. */
export interface Contents {
  archive: StoredArchive;
  entries: ArchiveEntry[];
  manifest: Manifest;
  findings: PackageFinding[];
}
type Opened = Listing & { archive: StoredArchive };

const manifestBytes = 5 * 1_024 ** 2;

/**
 * Reads the directory and the manifest of the zip under `key`, before any of its files is written. The inner zip of a zip in a zip is
 * stored under `innerKey` and read instead. Throws `Refused` with everything that was found.
 */
export const opened = async (storage: ObjectStorage, key: string, innerKey: string): Promise<Contents> => {
  const outer = await openedAt(storage, key);
  const inner = soleArchive(pathsOf(outer.entries));
  const { archive, entries, findings } = inner === undefined ? outer : await unwrapped(storage, outer, inner, innerKey);
  try {
    const { manifest, findings: more } = await manifestOf(archive, entries);
    return { archive, entries, manifest, findings: [...findings, ...more] };
  } catch (error) {
    throw error instanceof Refused ? new Refused([...findings, ...error.findings]) : error;
  }
};

const openedAt = async (storage: ObjectStorage, key: string): Promise<Opened> => {
  const archive = await StoredArchive.open(storage, key);
  return { archive, ...(await archive.list()) };
};

const unwrapped = async (storage: ObjectStorage, outer: Opened, inner: string, innerKey: string): Promise<Opened> => {
  const entry = outer.entries.find(({ path }) => path === inner)!;
  const { meter } = new LimitMeter().entry(inner, entry.packed);
  const { stream, refused } = await outer.archive.open(entry, (chunk) => meter.add(chunk.length));
  try {
    await storage.put(innerKey, stream, 'application/zip');
  } catch (error) {
    stream.destroy();
    throw refused() ?? error;
  }
  const found = [...outer.findings, finding('archive-unwrapped', { inner })];
  try {
    const within = await openedAt(storage, innerKey);
    return { ...within, findings: [...found, ...within.findings] };
  } catch (error) {
    throw error instanceof Refused ? new Refused([...found, ...error.findings]) : error;
  }
};

const manifestOf = async (
  archive: StoredArchive,
  entries: readonly ArchiveEntry[],
): Promise<{ manifest: Manifest; findings: PackageFinding[] }> => {
  const files = pathsOf(entries);
  const manifestPath = findManifest(files);
  if (manifestPath === undefined) throw new Refused([explainMissingManifest(files)]);
  const bytes = await smallFile(archive, entries, manifestPath);
  const { manifest, findings } = parseManifest(bytes, { files, manifestPath });
  if (!manifest || isRefused(findings)) throw new Refused(findings);
  return described(archive, entries, manifest, findings);
};

/** Adds what the manifest itself leaves to its external metadata file. */
const described = async (
  archive: StoredArchive,
  entries: readonly ArchiveEntry[],
  manifest: Manifest,
  findings: PackageFinding[],
): Promise<{ manifest: Manifest; findings: PackageFinding[] }> => {
  const { metadataPath: path } = manifest;
  const entry = entries.find((one) => one.path === path);
  if (path === undefined || !entry || entry.size > manifestBytes) return { manifest, findings };
  const { metadata, findings: more } = parseMetadata(await archive.bytes(entry), path);
  const { description = metadata.description, language = metadata.language } = manifest;
  const about = { ...(description !== undefined && { description }), ...(language !== undefined && { language }) };
  return { manifest: { ...manifest, ...about }, findings: [...findings, ...more] };
};

const smallFile = (archive: StoredArchive, entries: readonly ArchiveEntry[], path: string): Promise<Buffer> => {
  const entry = entries.find((one) => one.path === path)!;
  if (entry.size > manifestBytes) throw new Refused([finding('manifest-too-large', { bytes: entry.size, limit: manifestBytes }, { path })]);
  return archive.bytes(entry);
};

const pathsOf = (entries: readonly ArchiveEntry[]): string[] => entries.map(({ path }) => path);
