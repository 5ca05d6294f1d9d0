import { isBarred } from './conditions.js';
import { overallRollup } from './rollup.js';
import { randomize, selectChildren } from './selection.js';
import type { Session } from './session.js';
import { completedOf, localOf, satisfiedOf, setCompleted, setSatisfied, settleMeasures } from './tracking.js';
import { commonAncestor, isLeaf, pathToRoot, type Activity } from './tree.js';

/** Limit Conditions Check Process (UP.1). Only the attempt limit is evaluated here: SN 3.5 leaves the time limits to the LMS. */
function isOverLimit(session: Session, activity: Activity): boolean {
  const { active, suspended, attempts } = session.of(activity);
  if (!activity.tracked || active || suspended) return false;
  return activity.attemptLimit !== null && attempts >= activity.attemptLimit;
}

/** Check Activity Process (UP.5): true when the activity must not be delivered. */
export const isDisabled = (session: Session, activity: Activity): boolean =>
  isBarred(session, activity, 'disabled') || isOverLimit(session, activity);

/** Terminate Descendent Attempts Process (UP.3): from the current activity up to, not including, its common ancestor with `target`. */
export function terminateDescendents(session: Session, target: Activity): void {
  const { current } = session;
  if (!current) return;
  const ancestor = commonAncestor(current, target);
  for (const each of pathToRoot(current)) {
    if (each === ancestor) break;
    if (each !== current || session.of(each).active) endAttempt(session, each);
  }
}

/** End Attempt Process (UP.4). */
export function endAttempt(session: Session, activity: Activity): void {
  const state = session.change(activity);
  const leaf = isLeaf(activity);
  if (leaf && activity.tracked && !state.suspended) completeSilence(session, activity);
  if (!leaf) state.suspended = session.children(activity).some((child) => session.of(child).suspended);
  state.active = false;
  if (activity.tracked) settleMeasures(session, activity);
  overallRollup(session, activity);
  if (!leaf && !state.suspended) prepareAnew(session, activity);
}

/** Content that reports nothing, and is not the only one who may, has completed and satisfied its activity by ending. */
function completeSilence(session: Session, activity: Activity): void {
  const [objective] = activity.objectives;
  const { said } = session.of(activity);
  if (!activity.completionSetByContent && !said?.completion && completedOf(session, activity, objective) === undefined) {
    setCompleted(session, activity, objective, true);
  }
  const known = localOf(session, activity, objective).satisfied ?? satisfiedOf(session, activity, objective);
  if (!activity.objectiveSetByContent && !said?.success && known === undefined) setSatisfied(session, activity, objective, true);
}

/** The next attempt on a cluster finds its children chosen and put in order anew. SN 3.11, 3.12. */
function prepareAnew(session: Session, activity: Activity): void {
  if (activity.selectionTiming === 'onEachNewAttempt') selectChildren(session, activity);
  if (activity.randomizationTiming === 'onEachNewAttempt') randomize(session, activity);
}

/** Starts a new attempt, or goes on with a suspended one. Part of the Content Delivery Environment Process (DB.2, 5.1). */
export function beginAttempt(session: Session, activity: Activity): void {
  const state = session.change(activity);
  if (activity.tracked && !state.suspended) {
    state.attempts += 1;
    state.objectives = {};
    delete state.said;
    delete state.ids;
    delete state.earlier;
    markEarlier(session, activity, {
      objectives: activity.useCurrentAttemptObjectiveInfo,
      progress: activity.useCurrentAttemptProgressInfo,
    });
  }
  state.suspended = false;
  state.active = true;
}

/** What is known of the children was learnt before this attempt. SN 3.2.5, 3.2.6. */
function markEarlier(session: Session, cluster: Activity, what: { objectives: boolean; progress: boolean }): void {
  if (!what.objectives && !what.progress) return;
  for (const child of session.children(cluster)) {
    if (session.of(child).attempts > 0) {
      const state = session.change(child);
      const { objectives = false, progress = false } = state.earlier ?? {};
      state.earlier = { objectives: objectives || what.objectives, progress: progress || what.progress };
    }
    markEarlier(session, child, {
      objectives: what.objectives && child.useCurrentAttemptObjectiveInfo,
      progress: what.progress && child.useCurrentAttemptProgressInfo,
    });
  }
}
