import { isDisabled } from './attempts.js';
import { isBarred } from './conditions.js';
import type { Session } from './session.js';
import { isLeaf, type Activity } from './tree.js';

export type Direction = 'forward' | 'backward';

/** Where a walk led. `end`: it walked off the end of the tree, which ends the sequencing session. */
type Step = { next: Activity; direction: Direction } | { next: null; end: boolean; code: string };

/** What flowing came to. */
export type Flow = { activity: Activity; delivered: true } | { activity: Activity; delivered: false; end: boolean; code: string };

/** Flow Subprocess (SB.2.3): looks for the activity to deliver from `from` on; `enter`: among its own children first. SN 4.8. */
export function flow(session: Session, from: Activity, direction: Direction, enter: boolean): Flow {
  const step = traverseTree(session, from, { direction, previous: null, enter });
  if (step.next === null) return { activity: from, delivered: false, end: step.end, code: step.code };
  return traverseActivity(session, step.next, direction, null);
}

type Walk = { direction: Direction; previous: Direction | null; enter: boolean };

/** Flow Tree Traversal Subprocess (SB.2.1). */
function traverseTree(session: Session, from: Activity, { direction, previous, enter }: Walk): Step {
  let [at, way, reversed] = [from, direction, false];
  const siblings = from.parent ? session.children(from.parent) : [];
  if (previous === 'backward' && siblings.at(-1) === from) {
    [at, way, reversed] = [siblings[0] ?? from, 'backward', true];
  }
  const inside = enter && !isLeaf(at);
  if (way === 'forward') return inside ? firstChild(session, at) : stepForward(session, at, enter);
  if (at.parent === null) return { next: null, end: false, code: 'SB.2.1-3' };
  return inside ? lastChild(session, at) : stepBackward(session, at, reversed);
}

function firstChild(session: Session, cluster: Activity): Step {
  const next = session.children(cluster)[0];
  return next ? { next, direction: 'forward' } : { next: null, end: false, code: 'SB.2.1-2' };
}

function stepForward(session: Session, at: Activity, enter: boolean): Step {
  if (at === session.last() || (at.parent === null && !enter)) return { next: null, end: true, code: 'SB.2.1-1' };
  const next = session.sibling(at, 1);
  if (next) return { next, direction: 'forward' };
  return at.parent
    ? traverseTree(session, at.parent, { direction: 'forward', previous: null, enter: false })
    : { next: null, end: true, code: 'SB.2.1-1' };
}

function lastChild(session: Session, cluster: Activity): Step {
  const children = session.children(cluster);
  const next = cluster.forwardOnly ? children[0] : children.at(-1);
  if (!next) return { next: null, end: false, code: 'SB.2.1-2' };
  return { next, direction: cluster.forwardOnly ? 'forward' : 'backward' };
}

function stepBackward(session: Session, at: Activity, reversed: boolean): Step {
  if (!reversed && at.parent?.forwardOnly) return { next: null, end: false, code: 'SB.2.1-4' };
  const next = session.sibling(at, -1);
  if (next) return { next, direction: 'backward' };
  return at.parent
    ? traverseTree(session, at.parent, { direction: 'backward', previous: null, enter: false })
    : { next: null, end: false, code: 'SB.2.1-3' };
}

/** Flow Activity Traversal Subprocess (SB.2.2). */
function traverseActivity(session: Session, at: Activity, direction: Direction, previous: Direction | null): Flow {
  if (!at.parent?.flow) return { activity: at, delivered: false, end: false, code: 'SB.2.2-1' };
  if (isBarred(session, at, 'skip')) return skipped(session, at, direction, previous);
  if (isDisabled(session, at)) return { activity: at, delivered: false, end: false, code: 'SB.2.2-2' };
  if (isLeaf(at)) return { activity: at, delivered: true };
  const step = traverseTree(session, at, { direction, previous: null, enter: true });
  if (step.next === null) return { activity: at, delivered: false, end: step.end, code: step.code };
  if (direction === 'backward' && step.direction === 'forward') return traverseActivity(session, step.next, 'forward', 'backward');
  return traverseActivity(session, step.next, direction, null);
}

function skipped(session: Session, at: Activity, direction: Direction, previous: Direction | null): Flow {
  const step = traverseTree(session, at, { direction, previous, enter: false });
  if (step.next === null) return { activity: at, delivered: false, end: step.end, code: step.code };
  const reversed = previous === 'backward' && step.direction === 'backward';
  return reversed ? traverseActivity(session, step.next, 'backward', null) : traverseActivity(session, step.next, direction, previous);
}
