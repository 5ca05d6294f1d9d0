import { endAttempt, terminateDescendents } from './attempts.js';
import { deliver, deliveryBarrier } from './delivery.js';
import { navigationRequest, type NavigationRequest } from './navigation.js';
import { sequencingRequest, type Sequenced, type SequencingRequest } from './request.js';
import { prepareClusters } from './selection.js';
import { Session } from './session.js';
import type { SequencingState } from './state.js';
import { terminationRequest } from './termination.js';
import { commonAncestor, type ActivityTree } from './tree.js';

/** What a navigation request came to, and the state after it. */
export type Outcome = {
  state: SequencingState;
  /** The activity to open; null: nothing new, the learner chooses. */
  delivered: string | null;
  /** The delivered activity goes on with a suspended attempt; false: a new attempt begins, with fresh runtime data. */
  resumed: boolean;
  /** The sequencing session is over: the learner goes back to where the course was launched. */
  ended: boolean;
  /** The code of the exception that refused the request (SN, appendix C); null when nothing was refused. */
  code: string | null;
};

/**
 * Overall Sequencing Process (OP.1) for one navigation request: pure, so the same state and request always give the same outcome. A
 * request that its own validation refuses leaves the state as it was; one that fails later may have ended the current activity.
 */
export function navigate(tree: ActivityTree, state: SequencingState, request: NavigationRequest): Outcome {
  const session = new Session(tree, state);
  return { state: session.state, ...perform(session, request) };
}

/** The same on a session, which it changes. */
export function perform(session: Session, request: NavigationRequest): Omit<Outcome, 'state'> {
  if (!session.current) prepareClusters(session);
  const navigation = navigationRequest(session, request);
  if (navigation.code !== null) return outcome({ code: navigation.code });
  let { sequencing } = navigation;
  if (navigation.termination) {
    const terminated = terminationRequest(session, navigation.termination);
    if (terminated.code !== null) return outcome({ code: terminated.code });
    if (terminated.then) sequencing = { kind: terminated.then };
  }
  return carryOut(session, sequencing);
}

function carryOut(session: Session, request: SequencingRequest): Omit<Outcome, 'state'> {
  const { tree, current } = session;
  const { active, suspended } = session.of(tree.root);
  const startsOver = current === null || (current === tree.root && request.kind === 'retry');
  if (startsOver && !active && !suspended) beginAnew(session);
  const sequenced = sequencingRequest(session, request);
  if (sequenced.deliver) {
    const code = deliveryBarrier(session, sequenced.deliver);
    if (code) return outcome({ code });
    const resumed = session.of(sequenced.deliver).suspended;
    deliver(session, sequenced.deliver);
    return outcome({ delivered: sequenced.deliver.id, resumed });
  }
  if (sequenced.stranded) strand(session, sequenced);
  if (sequenced.end) end(session);
  return outcome({ ended: sequenced.end, code: sequenced.code });
}

/** SB.2.9, step 12: the choice leads into a cluster in which nothing can be delivered. */
function strand(session: Session, { stranded }: Extract<Sequenced, { deliver: null }>): void {
  if (!stranded || !session.current) return;
  const ancestor = commonAncestor(session.current, stranded);
  terminateDescendents(session, ancestor);
  if (session.of(ancestor).active) endAttempt(session, ancestor);
  session.current = stranded;
}

/** The sequencing session ends, and with it every attempt that is still active; a suspended activity waits for the next session. */
function end(session: Session): void {
  const { root } = session.tree;
  if (!session.suspended) {
    terminateDescendents(session, root);
    if (session.of(root).active) endAttempt(session, root);
  }
  session.current = null;
}

/** A new attempt on the root: what is not global to the system starts over. adlseq:objectivesGlobalToSystem, SN 3.10.2. */
function beginAnew(session: Session): void {
  const { tree, state } = session;
  if (!tree.objectivesGlobalToSystem) state.objectives = {};
  if (!tree.sharedDataGlobalToSystem) state.stores = {};
}

const outcome = (rest: Partial<Omit<Outcome, 'state'>>): Omit<Outcome, 'state'> => ({
  delivered: null,
  resumed: false,
  ended: false,
  code: null,
  ...rest,
});
