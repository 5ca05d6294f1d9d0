import type { ManifestItem, ScormVersion } from '../manifest/manifest.js';
import { launchableItems } from '../manifest/walk.js';
import { latch, type Completion, type CourseResult, type ScoResult, type Success } from './result.js';

export type RollUpOptions = {
  /** The stored result; completed, passed, score and progress never go backwards. */
  previous?: CourseResult;
};

/**
 * The course result of 1.2 and of unsequenced 2004 packages: the worst over the items that a learner can open, and the mean of their scores. In 1.2 assets count
 * only when there is no SCO. `results` by item identifier; an item without one has not been attempted.
 */
export function rollUpCourse(
  version: ScormVersion,
  items: readonly ManifestItem[],
  results: Readonly<Record<string, ScoResult>>,
  options: RollUpOptions = {},
): CourseResult {
  const known = new Map(Object.entries(results));
  const counted = countedItems(version, items).map((item) => known.get(item.identifier) ?? notAttempted);
  const scores = counted.flatMap(({ scaled }) => (scaled === null ? [] : [scaled]));
  return latch(options.previous, {
    completion: worstCompletion(counted),
    success: worstSuccess(counted),
    scaled: scores.length === 0 ? null : mean(scores),
    progress: counted.length === 0 ? 0 : mean(counted.map(({ progress }) => progress)),
    seconds: Math.round(counted.reduce((sum, { seconds }) => sum + seconds, 0) * 100) / 100,
  });
}

const notAttempted: ScoResult = { completion: 'not attempted', success: 'unknown', scaled: null, progress: 0, seconds: 0 };

/** The items that decide: tracked, and seen in the table of contents when any is. */
function countedItems(version: ScormVersion, items: readonly ManifestItem[]): ManifestItem[] {
  const open = launchableItems(items).filter((item) => item.deliveryControls?.tracked !== false);
  const visible = open.filter((item) => item.visible);
  const offered = visible.length > 0 ? visible : open;
  const scos = offered.filter((item) => item.kind === 'sco');
  return version === '1.2' && scos.length > 0 ? scos : offered;
}

function worstCompletion(results: readonly ScoResult[]): Completion {
  const [first, ...others] = new Set(results.map(({ completion }) => completion));
  if (first === undefined) return 'unknown';
  return others.length === 0 ? first : 'incomplete';
}

/** Failed when one has failed; passed when all are done and at least one was judged; content without a verdict does not hinder. */
function worstSuccess(results: readonly ScoResult[]): Success {
  if (results.some(({ success }) => success === 'failed')) return 'failed';
  const done = results.every(({ success, completion }) => success === 'passed' || completion === 'completed');
  return done && results.some(({ success }) => success === 'passed') ? 'passed' : 'unknown';
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
