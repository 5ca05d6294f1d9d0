import type { SequencingRequest } from './request.js';
import type { Session } from './session.js';
import type { TerminationRequest } from './termination.js';
import { commonAncestor, pathToRoot, type Activity } from './tree.js';

export const plainRequests = [
  'start',
  'resumeAll',
  'continue',
  'previous',
  'exit',
  'exitAll',
  'suspendAll',
  'abandon',
  'abandonAll',
] as const;
type PlainRequest = (typeof plainRequests)[number];

/** What a learner, the content (adl.nav.request) or the player may ask for. SN 4.4, 5.6. */
export type NavigationRequest = { kind: PlainRequest } | { kind: 'choice' | 'jump'; target: string };

/** What a navigation request amounts to, or the code of the exception that refuses it. */
export type Navigation = { code: string } | { code: null; termination: TerminationRequest | null; sequencing: SequencingRequest };

const refused = (code: string): Navigation => ({ code });

/** Navigation Request Process (NB.2.1). Changes nothing. */
export function navigationRequest(session: Session, request: NavigationRequest): Navigation {
  const { current } = session;
  switch (request.kind) {
    case 'start':
      return current ? refused('NB.2.1-1') : accepted(null, { kind: 'start' });
    case 'resumeAll':
      if (current) return refused('NB.2.1-1');
      return session.suspended ? accepted(null, { kind: 'resumeAll' }) : refused('NB.2.1-3');
    case 'choice':
    case 'jump':
      return toTarget(session, request.kind, request.target);
    default:
      return current ? fromCurrent(session, current, request.kind) : refused('NB.2.1-2');
  }
}

const accepted = (termination: TerminationRequest | null, sequencing: SequencingRequest): Navigation => ({
  code: null,
  termination,
  sequencing,
});

const exitIfActive = (session: Session, current: Activity): 'exit' | null => (session.of(current).active ? 'exit' : null);

function fromCurrent(session: Session, current: Activity, kind: Exclude<PlainRequest, 'start' | 'resumeAll'>): Navigation {
  switch (kind) {
    case 'continue':
      return current.parent?.flow ? accepted(exitIfActive(session, current), { kind }) : refused('NB.2.1-4');
    case 'previous':
      if (!current.parent) return refused('NB.2.1-6');
      return current.parent.flow && !current.parent.forwardOnly ? accepted(exitIfActive(session, current), { kind }) : refused('NB.2.1-5');
    case 'exit':
    case 'abandon':
      return session.of(current).active ? accepted(kind, { kind: 'exit' }) : refused('NB.2.1-12');
    case 'exitAll':
    case 'suspendAll':
    case 'abandonAll':
      return accepted(kind, { kind: 'exit' });
  }
}

function toTarget(session: Session, kind: 'choice' | 'jump', id: string): Navigation {
  const target = session.find(id);
  const { current } = session;
  if (!target) return refused('NB.2.1-11');
  if (kind === 'jump') {
    if (!current || !session.isAvailable(target)) return refused('NB.2.1-11');
    return accepted(exitIfActive(session, current), { kind, target });
  }
  if (target.parent && !target.parent.choice) return refused('NB.2.1-10');
  if (!current) return accepted(null, { kind, target });
  if (activePathForbidsExit(session, current, target)) return refused('NB.2.1-8');
  return accepted(exitIfActive(session, current), { kind, target });
}

/**
 * Sequencing Control Choice Exit: an active activity may forbid to be left by a choice of something outside of it. A cluster that does
 * cannot be chosen itself from within, either, as in ADL's own sequencer.
 */
function activePathForbidsExit(session: Session, current: Activity, target: Activity): boolean {
  const ancestor = commonAncestor(current, target);
  for (const each of pathToRoot(current)) {
    const forbids = session.of(each).active && !each.choiceExit;
    if (each === ancestor) return forbids && each === target;
    if (forbids) return true;
  }
  return false;
}
