import { endAttempt, terminateDescendents } from './attempts.js';
import { ruleAction } from './conditions.js';
import { overallRollup } from './rollup.js';
import type { Session } from './session.js';
import { setCompleted, setMeasure, setProgress, setSatisfied } from './tracking.js';
import { pathToRoot, type Activity } from './tree.js';

export type TerminationRequest = 'exit' | 'exitAll' | 'suspendAll' | 'abandon' | 'abandonAll';

/** What a termination came to. `then`: the sequencing request that takes the place of the one that was asked for, if any. */
export type Terminated = { code: string } | { code: null; then: 'exit' | 'continue' | 'previous' | 'retry' | null };

const refused = (code: string): Terminated => ({ code });
const done = (then: 'exit' | 'continue' | 'previous' | 'retry' | null): Terminated => ({ code: null, then });

/** Termination Request Process (TB.2.3). SN 4.5. */
export function terminationRequest(session: Session, request: TerminationRequest): Terminated {
  const { current } = session;
  if (!current) return refused('TB.2.3-1');
  const { active } = session.of(current);
  if ((request === 'exit' || request === 'abandon') && !active) return refused('TB.2.3-2');
  switch (request) {
    case 'exit':
      return exit(session, current);
    case 'exitAll':
      return exitAll(session, 'exit');
    case 'suspendAll':
      return suspendAll(session, current);
    case 'abandon':
      forget(session, current);
      session.change(current).active = false;
      return done(null);
    case 'abandonAll':
      forget(session, current);
      for (const each of pathToRoot(current)) session.change(each).active = false;
      session.current = session.tree.root;
      return done('exit');
  }
}

function exit(session: Session, from: Activity): Terminated {
  endAttempt(session, from);
  exitActionRules(session, from);
  for (;;) {
    const { current } = session;
    if (!current) return refused('TB.2.3-1');
    const { root } = session.tree;
    const action = postCondition(session, current);
    if (action === 'exitAll') return exitAll(session, 'exit');
    if (action === 'retryAll') return exitAll(session, 'retry');
    if (action === 'exitParent') {
      if (!current.parent) return refused('TB.2.3-4');
      session.current = current.parent;
      endAttempt(session, current.parent);
      continue;
    }
    if (current === root) return action === 'retry' ? exitAll(session, 'retry') : done('exit');
    return done(action === 'retry' || action === 'continue' || action === 'previous' ? action : null);
  }
}

/** Sequencing Exit Action Rules Subprocess (TB.2.1): a cluster around the activity may end with it, the outermost one first. */
function exitActionRules(session: Session, from: Activity): void {
  const clusters = pathToRoot(from).slice(1).reverse();
  const target = clusters.find((each) => ruleAction(session, each, each.exitConditionRules) !== null);
  if (!target) return;
  terminateDescendents(session, target);
  endAttempt(session, target);
  session.current = target;
}

/** Sequencing Post Condition Rules Subprocess (TB.2.2); a suspended activity has not come to its end. */
const postCondition = (session: Session, activity: Activity): string | null =>
  session.of(activity).suspended ? null : ruleAction(session, activity, activity.postConditionRules);

function exitAll(session: Session, then: 'exit' | 'retry'): Terminated {
  const { current } = session;
  const { root } = session.tree;
  if (current && session.of(current).active) endAttempt(session, current);
  terminateDescendents(session, root);
  if (session.of(root).active) endAttempt(session, root);
  session.current = root;
  return done(then);
}

function suspendAll(session: Session, current: Activity): Terminated {
  const { active, suspended } = session.of(current);
  if (active || suspended) {
    overallRollup(session, current);
    session.suspended = current;
  } else if (current.parent) session.suspended = current.parent;
  else return refused('TB.2.3-3');
  for (const each of session.suspended ? pathToRoot(session.suspended) : []) {
    Object.assign(session.change(each), { active: false, suspended: true });
  }
  session.current = session.tree.root;
  return done('exit');
}

/** Whatever content reported in an attempt that is abandoned does not count. */
function forget(session: Session, activity: Activity): void {
  const [objective] = activity.objectives;
  setCompleted(session, activity, objective, undefined);
  setProgress(session, activity, objective, undefined);
  setSatisfied(session, activity, objective, undefined);
  setMeasure(session, activity, objective, undefined);
}
