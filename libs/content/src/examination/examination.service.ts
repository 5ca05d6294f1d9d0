import { unhurried } from '@aula/platform';
import type { Manifest } from '@aula/scorm';
import type { ArchiveEntry } from '../package/archive.entity.js';
import type { StoredArchive } from '../package/archive.service.js';
import type { PackageFinding, PackageReport } from '../package/package.entity.js';
import { Doctor } from './doctor.entity.js';
import { authoringTool } from './tool.entity.js';

export interface Examined {
  manifest: Manifest;
  findings: PackageFinding[];
  report: PackageReport;
}

const largestRead = 1_024 ** 2;
const mostRead = 3_000;

/** Reads the pages, style sheets and scripts of a package. `sent`: bytes of a file as it goes over the line, where that is known. */
export const examined = async (
  archive: StoredArchive,
  entries: readonly ArchiveEntry[],
  manifest: Manifest,
  sent: ReadonlyMap<string, number>,
): Promise<Examined> => {
  const doctor = new Doctor();
  const readable = entries.filter(({ path, size }) => Doctor.reads(path) && size <= largestRead).slice(0, mostRead);
  for await (const entry of unhurried(readable)) doctor.examine(entry.path, textOf(await archive.bytes(entry)));
  const files = entries.map(({ path, size }) => ({ path, sent: sent.get(path) ?? size }));
  const { findings, weight, otherApi } = doctor.diagnose(manifest, files);
  return {
    manifest: otherApi ? { ...manifest, ambiguousVersion: true } : manifest,
    findings,
    report: { tool: authoringTool(entries.map(({ path }) => path)) ?? null, weight },
  };
};

/** Lines and tags are ASCII in every encoding that pages are written in; UTF-16 alone is told by its mark. */
const textOf = (bytes: Buffer): string => {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return wide ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes) : bytes.toString('utf8');
};
