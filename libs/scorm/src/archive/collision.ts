import type { Finding } from '../finding.js';

/** One finding for each path that differs from an earlier one only in case, or that is both a file and a folder. */
export function collisions(paths: readonly string[]): Finding[] {
  throw new Error(String(paths));
}
