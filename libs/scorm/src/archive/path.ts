import type { FindingCode } from '../finding.js';

/** `path` is relative, with `/`, NFC, no `.` or `..`; `directory` when the name ended in a slash (then without it). */
export type ArchivePath =
  | { ok: true; path: string; directory: boolean; repaired: boolean }
  | { ok: false; code: Extract<FindingCode, `archive-name-${string}`>; parameters: Record<string, string | number> };

/** The safe place of an archive entry inside the package, or why it has none. Never throws. */
export function archivePath(rawName: string): ArchivePath {
  throw new Error(rawName);
}
