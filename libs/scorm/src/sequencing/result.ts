import { latch, type Completion, type CourseResult, type ScoResult } from '../runtime/result.js';
import { rootStatus } from './rollup.js';
import { Session } from './session.js';
import type { SequencingState } from './state.js';
import { completedOf } from './tracking.js';
import { isLeaf, type ActivityTree } from './tree.js';

/**
 * The course result of a sequenced package: what the root of the tree has come to by its own rollup (SN 4.6), latched. `results` by item
 * identifier give the time. Where the root has no progress measure, progress is the part of the tracked leaves that are completed.
 */
export function sequencedResult(
  tree: ActivityTree,
  state: SequencingState,
  results: Readonly<Record<string, ScoResult>>,
  previous?: CourseResult,
): CourseResult {
  const session = new Session(tree, state);
  const { satisfied, completed, measure, progress } = rootStatus(session);
  const leaves = tree.activities.filter((each) => isLeaf(each) && each.tracked && session.isAvailable(each));
  const done = leaves.filter((each) => completedOf(session, each, each.objectives[0]) === true).length;
  const seconds = Object.values(results).reduce((sum, result) => sum + result.seconds, 0);
  return latch(previous, {
    completion: completionOf(completed, session.of(tree.root).attempts > 0),
    success: satisfied === undefined ? 'unknown' : satisfied ? 'passed' : 'failed',
    scaled: measure ?? null,
    progress: completed ? 1 : (progress ?? (leaves.length === 0 ? 0 : done / leaves.length)),
    seconds: Math.round(seconds * 100) / 100,
  });
}

const completionOf = (completed: boolean | undefined, attempted: boolean): Completion =>
  completed === undefined ? (attempted ? 'incomplete' : 'not attempted') : completed ? 'completed' : 'incomplete';
