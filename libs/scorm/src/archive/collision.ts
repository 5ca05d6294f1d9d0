import { finding, type Finding } from '../finding.js';

/**
 * One finding for each file path that equals an earlier one but for case, or that is also a folder on the way to another: such
 * packages unpack differently on every system. `paths`: files only, as `archivePath` gives them.
 */
export function collisions(paths: readonly string[]): Finding[] {
  const folders = new Map<string, string>();
  for (const path of paths) {
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) folders.set(path.slice(0, at).toLowerCase(), path);
  }
  const seen = new Map<string, string>();
  const findings: Finding[] = [];
  for (const path of paths) {
    const key = path.toLowerCase();
    const other = seen.get(key) ?? folders.get(key);
    if (other !== undefined) findings.push(finding('archive-names-collide', { other }, { path }));
    seen.set(key, path);
  }
  return findings;
}
