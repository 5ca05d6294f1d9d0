import type { RuntimeRecord } from '../runtime/record.js';
import { beginVisit, endVisit, noteValue } from './report.js';
import { perform, type Outcome } from './sequencer.js';
import { Session } from './session.js';
import type { SequencingState } from './state.js';
import { isLeaf, type ActivityTree } from './tree.js';
import { parseRequest } from './view.js';

/** What the last navigation among some records came to; null when there was none. */
export type Sequencing = { state: SequencingState; last: Omit<Outcome, 'state'> | null };

/**
 * Folds records, in their order and each once, into the sequencing state: the player and the server come to the same. Understands,
 * besides `init`, `set` and `term` of the content, two `nav` records: `begin` (a session of the learner begins: what was open is resumed)
 * and `request`, whose value is a navigation request as adl.nav.request writes it.
 */
export function foldSequencing(tree: ActivityTree, state: SequencingState, records: readonly RuntimeRecord[]): Sequencing {
  const session = new Session(tree, state);
  let last: Sequencing['last'] = null;
  for (const record of records) last = take(session, record) ?? last;
  return { state: session.state, last };
}

function take(session: Session, { kind, element, value, scoId, result, errorCode }: RuntimeRecord): Sequencing['last'] {
  const refused = (errorCode ?? 0) !== 0 || result === 'false';
  if (kind === 'init' && !refused) beginVisit(session, scoId);
  if (kind === 'set' && !refused) noteValue(session, scoId, element ?? '', value ?? '');
  if (kind === 'term' && !refused && session.state.visit?.activity === scoId) endVisit(session);
  if (kind !== 'nav') return null;
  if (element === 'begin') return begin(session);
  const request = element === 'request' ? parseRequest(value ?? '') : undefined;
  if (!request) return null;
  endVisit(session); // content that was taken away without Terminate has reported all the same
  return perform(session, request);
}

/**
 * The learner comes (back): what a closed tab or a crash left open is suspended as if the learner had said so, then resumed; otherwise
 * the course starts, or starts anew.
 */
function begin(session: Session): Omit<Outcome, 'state'> {
  endVisit(session);
  if (session.current) perform(session, { kind: 'suspendAll' });
  const resumed = session.suspended ? perform(session, { kind: 'resumeAll' }) : null;
  if (resumed?.delivered) return resumed;
  const started = perform(session, { kind: 'start' });
  const [only, ...others] = session.tree.activities.filter(isLeaf);
  // one thing to learn is no choice: without flow the standard would leave the learner before an empty page
  return started.delivered || !only || others.length > 0 ? started : perform(session, { kind: 'choice', target: only.id });
}
