import type { Session } from './session.js';
import { isLeaf, type Activity } from './tree.js';

/** Select Children Process (SR.1): a random choice of `selectCount` children, in the order of the manifest. SN 4.7. */
export function selectChildren(session: Session, activity: Activity): void {
  const { children, selectCount } = activity;
  session.change(activity).selected = true;
  if (selectCount === null || selectCount >= children.length) return;
  const chosen = new Set(shuffled(session, children).slice(0, selectCount));
  session.change(activity).children = children.filter((child) => chosen.has(child)).map(({ id }) => id);
}

/** Randomize Children Process (SR.2): the available children in random order. */
export function randomize(session: Session, activity: Activity): void {
  session.change(activity).randomized = true;
  if (!activity.reorderChildren) return;
  session.change(activity).children = shuffled(session, session.children(activity)).map(({ id }) => id);
}

/** Chooses and orders the children of every cluster for which that was never done, before the first request of a session. */
export function prepareClusters(session: Session): void {
  for (const activity of session.tree.activities) {
    if (isLeaf(activity)) continue;
    const { selected, randomized } = session.of(activity);
    if (activity.selectionTiming !== 'never' && !selected) selectChildren(session, activity);
    if (activity.randomizationTiming !== 'never' && !randomized) randomize(session, activity);
  }
}

/** Fisher–Yates. */
function shuffled(session: Session, activities: readonly Activity[]): Activity[] {
  const order = [...activities];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(session.chance() * (at + 1));
    const [a, b] = [order[at], order[other]];
    if (a && b) [order[at], order[other]] = [b, a];
  }
  return order;
}
