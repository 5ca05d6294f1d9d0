import type { ManifestItem, ScormVersion } from '../manifest/manifest.js';
import type { CourseResult, ScoResult } from './result.js';

export type RollUpOptions = {
  /** How the course score is made of those of its SCOs; default `mean`. */
  score?: 'mean' | 'highest';
  /** The stored result; completed, passed, score and progress never go backwards. */
  previous?: CourseResult;
};

/** The course result of 1.2 and of unsequenced 2004 packages: the worst over the items that a learner can open. `results` by item identifier. */
export function rollUpCourse(
  version: ScormVersion,
  items: readonly ManifestItem[],
  results: Readonly<Record<string, ScoResult>>,
  options: RollUpOptions = {},
): CourseResult {
  throw new Error(String([version, items, results, options]));
}
