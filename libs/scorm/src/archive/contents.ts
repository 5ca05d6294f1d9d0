import type { Finding } from '../finding.js';

/** Files that archivers leave behind and nobody wants: `__MACOSX/`, `.DS_Store`, `Thumbs.db`, `desktop.ini`. */
export function isClutter(path: string): boolean {
  throw new Error(path);
}

/** The archive path of the manifest: named imsmanifest.xml in any case, nearest the top. Undefined when there is none. */
export function findManifest(paths: readonly string[]): string | undefined {
  throw new Error(String(paths));
}

/** Why an archive without a manifest cannot be imported: empty, AICC, cmi5 or Tin Can only, or simply no manifest. */
export function explainMissingManifest(paths: readonly string[]): Finding {
  throw new Error(String(paths));
}

/** The path of the inner zip when it is the archive's only file (zip in zip, unwrapped once by the unpacker). */
export function soleArchive(paths: readonly string[]): string | undefined {
  throw new Error(String(paths));
}
