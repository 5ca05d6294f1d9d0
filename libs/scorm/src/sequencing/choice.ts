import { isBarred } from './conditions.js';
import type { Direction } from './flow.js';
import type { Session } from './session.js';
import { commonAncestor, isWithin, pathToRoot, type Activity } from './tree.js';

/**
 * Choice Sequencing Request Process (SB.2.9), steps 1 to 10: why `target` cannot be reached from the current activity, as the code of
 * the exception; null when it can. SN 4.8.
 */
export function choiceBarrier(session: Session, target: Activity): string | null {
  for (const each of pathToRoot(target)) {
    if (each.parent && !session.children(each.parent).includes(each)) return 'SB.2.9-2';
    if (isBarred(session, each, 'hiddenFromChoice')) return 'SB.2.9-3';
  }
  if (target.parent && !target.parent.choice) return 'SB.2.9-4';
  const { root } = session.tree;
  const from = session.current;
  if (from === target) return null;
  if (from && from.parent === target.parent) return acrossSiblings(session, from, target);
  const ancestor = from ? commonAncestor(from, target) : root;
  if (!from || from === ancestor) return downTo(session, ancestor, target, true);
  const upward = pathUpTo(from, ancestor);
  if (target === ancestor) return upward.some((each) => each !== from && !each.choiceExit) ? 'SB.2.9-7' : null;
  return outOf(session, upward, target) ?? downTo(session, ancestor, target, target.order > from.order);
}

/** From `from` up to, not including, `ancestor`. */
const pathUpTo = (from: Activity, ancestor: Activity): Activity[] => {
  const path = pathToRoot(from);
  return path.slice(0, path.indexOf(ancestor));
};

/** Both in one cluster: every activity that is passed must let itself be passed. */
function acrossSiblings(session: Session, from: Activity, target: Activity): string | null {
  const siblings = from.parent ? session.children(from.parent) : [];
  const [start, end] = [siblings.indexOf(from), siblings.indexOf(target)];
  const direction: Direction = end > start ? 'forward' : 'backward';
  const passed = direction === 'forward' ? siblings.slice(start, end) : siblings.slice(end + 1, start + 1);
  return first(passed, (each) => traversalBarrier(session, each, direction));
}

/** Choice Activity Traversal Subprocess (SB.2.4). */
function traversalBarrier(session: Session, activity: Activity, direction: Direction): string | null {
  if (direction === 'forward') return isBarred(session, activity, 'stopForwardTraversal') ? 'SB.2.4-1' : null;
  if (!activity.parent) return 'SB.2.4-3';
  return activity.parent.forwardOnly ? 'SB.2.4-2' : null;
}

/** From the ancestor to the target's parent: clusters that may not be entered from outside, or passed. */
function downTo(session: Session, ancestor: Activity, target: Activity, forward: boolean): string | null {
  const path = pathToRoot(target).slice(1);
  const downward = path.slice(0, path.indexOf(ancestor) + 1).reverse();
  return first(downward, (each) => {
    const barrier = forward ? traversalBarrier(session, each, 'forward') : null;
    if (barrier) return barrier;
    return each !== ancestor && each.preventActivation && !session.of(each).active ? 'SB.2.9-6' : null;
  });
}

/** Leaving the clusters around the current activity: none may forbid it, and one may allow only its neighbours. */
function outOf(session: Session, upward: readonly Activity[], target: Activity): string | null {
  if (upward.slice(1).some((each) => !each.choiceExit)) return 'SB.2.9-7';
  const constrained = upward.slice(1).find((each) => each.constrainChoice);
  if (!constrained) return null;
  const reached = neighbour(session, constrained, target.order > constrained.order ? 1 : -1);
  return isWithin(target, reached) || target === constrained || (reached === constrained && isWithin(target, constrained))
    ? null
    : 'SB.2.9-8';
}

/** Choice Flow Subprocess (SB.2.9.1) and Choice Flow Tree Traversal (SB.2.9.2): the next activity in that direction, else itself. */
function neighbour(session: Session, activity: Activity, step: 1 | -1): Activity {
  for (const each of pathToRoot(activity)) {
    const next = session.sibling(each, step);
    if (next && each.parent) return next;
  }
  return activity;
}

function first<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
