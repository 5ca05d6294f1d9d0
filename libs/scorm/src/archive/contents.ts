import { finding, type Finding } from '../finding.js';

/** Files that archivers leave behind and nobody wants: `__MACOSX/`, `.DS_Store`, `Thumbs.db`, `desktop.ini`. */
export function isClutter(path: string): boolean {
  return /(^|\/)(__MACOSX(\/|$)|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(path);
}

/**
 * The archive path of the manifest: named imsmanifest.xml in any case, nearest the top; among equals the exact lower-case name, then
 * the first in order. Undefined when there is none.
 */
export function findManifest(paths: readonly string[]): string | undefined {
  const rank = (path: string) => [path.split('/').length, path.endsWith('imsmanifest.xml') ? 0 : 1] as const;
  const order = (a: string, b: string) => {
    const [depthA, caseA] = rank(a);
    const [depthB, caseB] = rank(b);
    return depthA - depthB || caseA - caseB || (a < b ? -1 : 1);
  };
  return manifestsIn(paths).sort(order)[0];
}

/** All manifests of an archive, clutter left out. */
export function manifestsIn(paths: readonly string[]): string[] {
  return paths.filter((path) => /(^|\/)imsmanifest\.xml$/i.test(path) && !isClutter(path));
}

/** Why an archive without a manifest cannot be imported: empty, AICC, cmi5 or Tin Can only, or simply no manifest. */
export function explainMissingManifest(paths: readonly string[]): Finding {
  const files = paths.filter((path) => !isClutter(path));
  if (files.length === 0) return finding('archive-empty', {});
  const standard = xapiStandard(files);
  if (standard) return finding('package-xapi-only', { standard });
  if (files.some((path) => /\.(au|crs|cst|des)$/i.test(path))) return finding('package-aicc', {});
  return finding('manifest-missing', {});
}

/** The name of the xAPI-based standard whose course description lies in the archive, if any. */
export function xapiStandard(paths: readonly string[]): string | undefined {
  if (paths.some((path) => /(^|\/)cmi5\.xml$/i.test(path))) return 'cmi5';
  return paths.some((path) => /(^|\/)tincan\.xml$/i.test(path)) ? 'Tin Can' : undefined;
}

/** The path of the inner zip when it is the archive's only file (zip in zip, unwrapped once by the unpacker). */
export function soleArchive(paths: readonly string[]): string | undefined {
  const files = paths.filter((path) => !isClutter(path));
  return files.length === 1 && /\.(zip|pif)$/i.test(files[0] ?? '') ? files[0] : undefined;
}
