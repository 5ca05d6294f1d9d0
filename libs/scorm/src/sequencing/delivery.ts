import { beginAttempt, isDisabled, terminateDescendents } from './attempts.js';
import type { Session } from './session.js';
import { commonAncestor, isLeaf, pathToRoot, type Activity } from './tree.js';

/** Delivery Request Process (DB.1.1): why the activity cannot be delivered; null when it can. Changes nothing. */
export function deliveryBarrier(session: Session, activity: Activity): string | null {
  if (!isLeaf(activity)) return 'DB.1.1-1';
  return pathToRoot(activity).some((each) => isDisabled(session, each)) ? 'DB.1.1-3' : null;
}

/** Content Delivery Environment Process (DB.2): the activity becomes the current one, and attempts begin on the way to it. */
export function deliver(session: Session, activity: Activity): void {
  clearSuspended(session, activity);
  terminateDescendents(session, activity);
  for (const each of pathToRoot(activity).reverse()) if (!session.of(each).active) beginAttempt(session, each);
  session.current = activity;
}

/** Clear Suspended Activity Subprocess (DB.2.1): whoever goes elsewhere does not resume. */
function clearSuspended(session: Session, activity: Activity): void {
  const { suspended } = session;
  session.suspended = null;
  if (!suspended || suspended === activity) return;
  const ancestor = commonAncestor(activity, suspended);
  for (const each of pathToRoot(suspended)) {
    if (each === ancestor) break;
    session.change(each).suspended = !isLeaf(each) && session.children(each).some((child) => session.of(child).suspended);
  }
}
