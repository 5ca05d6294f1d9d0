import { choiceBarrier } from './choice.js';
import { flow, type Flow } from './flow.js';
import type { Session } from './session.js';
import { isLeaf, type Activity } from './tree.js';

/** What the sequencing part of a navigation request asks for. `choice` and `jump` name their target. */
export type SequencingRequest =
  { kind: 'start' | 'resumeAll' | 'continue' | 'previous' | 'retry' | 'exit' } | { kind: 'choice' | 'jump'; target: Activity };

/**
 * What a sequencing request came to: an activity to deliver; nothing, perhaps with the end of the sequencing session; or a refusal with
 * the exception's code. `stranded`: a cluster was chosen into which nothing flows; the current activity moves there all the same.
 */
export type Sequenced = { deliver: Activity } | { deliver: null; end: boolean; code: string | null; stranded?: Activity };

const refused = (code: string): Sequenced => ({ deliver: null, end: false, code });

/** Sequencing Request Process (SB.2.12). Changes nothing. */
export function sequencingRequest(session: Session, request: SequencingRequest): Sequenced {
  switch (request.kind) {
    case 'start':
      return session.current ? refused('SB.2.5-1') : start(session);
    case 'resumeAll':
      if (session.current) return refused('SB.2.6-1');
      return session.suspended ? { deliver: session.suspended } : refused('SB.2.6-2');
    case 'continue':
    case 'previous':
      return step(session, request.kind);
    case 'retry':
      return retry(session);
    case 'exit':
      return exit(session);
    case 'choice':
      return choice(session, request.target);
    case 'jump':
      return session.current ? { deliver: request.target } : refused('SB.2.13-1');
  }
}

/** Start Sequencing Request Process (SB.2.5). */
function start(session: Session): Sequenced {
  const { root } = session.tree;
  return isLeaf(root) ? { deliver: root } : flowed(flow(session, root, 'forward', true), 'SB.2.5-3');
}

/** Continue and Previous Sequencing Request Process (SB.2.7, SB.2.8). */
function step(session: Session, kind: 'continue' | 'previous'): Sequenced {
  const { current } = session;
  const number = kind === 'continue' ? '7' : '8';
  if (!current) return refused(`SB.2.${number}-1`);
  if (current.parent && !current.parent.flow) return refused(`SB.2.${number}-2`);
  return flowed(flow(session, current, kind === 'continue' ? 'forward' : 'backward', false), `SB.2.${number}-3`);
}

/** Retry Sequencing Request Process (SB.2.10). */
function retry(session: Session): Sequenced {
  const { current } = session;
  if (!current) return refused('SB.2.10-1');
  const { active, suspended } = session.of(current);
  if (active || suspended) return refused('SB.2.10-2');
  return isLeaf(current) ? { deliver: current } : flowed(flow(session, current, 'forward', true), 'SB.2.10-3');
}

/** Exit Sequencing Request Process (SB.2.11). */
function exit(session: Session): Sequenced {
  const { current } = session;
  if (!current) return refused('SB.2.11-1');
  if (session.of(current).active) return refused('SB.2.11-2');
  return { deliver: null, end: current === session.tree.root, code: null };
}

/** Choice Sequencing Request Process (SB.2.9). */
function choice(session: Session, target: Activity): Sequenced {
  const barrier = choiceBarrier(session, target);
  if (barrier) return refused(barrier);
  if (isLeaf(target)) return { deliver: target };
  const found = flow(session, target, 'forward', true);
  return found.delivered ? { deliver: found.activity } : { deliver: null, end: false, code: 'SB.2.9-9', stranded: target };
}

const flowed = (found: Flow, code: string): Sequenced =>
  found.delivered ? { deliver: found.activity } : { deliver: null, end: found.end, code: found.end ? null : `${code} ${found.code}` };
