import { judge } from '../data-model/elements.js';
import { isKept } from '../data-model/kept.js';
import type { CmiState, RuntimeRecord, ScoState } from './record.js';
import { parseDuration, parseTimespan } from './time.js';

/** The state before the first record. */
export function emptyState(): CmiState {
  return { lastSeq: 0, scos: {} };
}

/** The same data at the start of a new lease: the next record has `seq` 1 again. */
export function beginLease(state: CmiState): CmiState {
  return { ...state, lastSeq: 0 };
}

/**
 * Folds records into the state and returns a new one; the argument is left alone. Records may come in any order and more than once:
 * those with `seq` ≤ `lastSeq` are skipped, and only the contiguous run from `lastSeq + 1` is applied, so the result's `lastSeq` is
 * what may be acknowledged.
 */
export function foldRecords(state: CmiState, records: readonly RuntimeRecord[]): CmiState {
  const scos = new Map(Object.entries(state.scos)); // an item may be called __proto__
  const touched = new Set<string>();
  let { lastSeq } = state;
  for (const record of records.toSorted((a, b) => a.seq - b.seq)) {
    if (record.seq <= lastSeq) continue;
    if (record.seq !== lastSeq + 1) break;
    lastSeq = record.seq;
    if (record.kind === 'snap') continue;
    const sco = scos.get(record.scoId) ?? unvisited();
    const own = touched.has(record.scoId) ? sco : { ...sco, elements: { ...sco.elements }, latched: { ...sco.latched } };
    touched.add(record.scoId);
    scos.set(record.scoId, own);
    apply(own, record);
  }
  return { lastSeq, scos: Object.fromEntries(scos) };
}

/** Time over all visits in seconds to 0.01, as the content reported it in session_time, the present visit included. */
export function totalSeconds(sco: ScoState): number {
  return Math.round((sco.earlierSeconds + sessionSeconds(sco)) * 100) / 100;
}

/** The part of {@link totalSeconds} that belongs to the present attempt on the activity. */
export function attemptSeconds(sco: ScoState): number {
  return Math.round((totalSeconds(sco) - (sco.attemptFrom ?? 0)) * 100) / 100;
}

const unvisited = (): ScoState => ({
  elements: {},
  visit: 'none',
  visits: 0,
  earlierSeconds: 0,
  latched: { completed: false, passed: false },
});

function apply(sco: ScoState, record: RuntimeRecord): void {
  const { kind, element } = record;
  if (kind === 'nav') {
    if (element === 'open') beginVisit(sco, 'open', record.value === 'anew');
    if (element === 'leave' && (sco.visit === 'open' || sco.visit === 'running')) sco.visit = 'left';
    return;
  }
  if (refused(record)) return;
  if (kind === 'set') write(sco, element ?? '', record.value ?? '');
  if (kind === 'init') {
    if (sco.visit === 'open') sco.visit = 'running';
    else beginVisit(sco, 'running');
  }
  // also after `left`: content often terminates while it is being unloaded
  if (kind === 'term' && sco.visit !== 'none') sco.visit = 'terminated';
}

/** What belongs to one visit only; the exit of the last one decides the next entry until then. */
const perVisit = ['cmi.exit', 'cmi.core.exit', 'cmi.session_time', 'cmi.core.session_time', 'adl.nav.request'];

function beginVisit(sco: ScoState, visit: 'open' | 'running', anew = false): void {
  sco.earlierSeconds = totalSeconds(sco);
  sco.visits += 1;
  sco.visit = visit;
  if (anew) {
    sco.elements = {};
    sco.attemptFrom = sco.earlierSeconds;
  }
  for (const element of perVisit) delete sco.elements[element];
}

const refused = ({ errorCode, result }: RuntimeRecord) => (errorCode ?? 0) !== 0 || result === 'false';

/** What results are made of: a client that says otherwise than the data model allows is not believed. */
const decisive = /^cmi\.(?:exit|completion_status|success_status|progress_measure|score\.(?:scaled|raw|min|max))$/;

function write(sco: ScoState, element: string, value: string): void {
  if (!isKept(element)) return;
  if (decisive.test(element) && judge(element, value) !== 0) return;
  sco.elements[element] = value;
  if (element === 'cmi.core.lesson_status' && finished.includes(value)) sco.latched.completed = true;
  if (element === 'cmi.completion_status' && value === 'completed') sco.latched.completed = true;
  if ((element === 'cmi.core.lesson_status' || element === 'cmi.success_status') && value === 'passed') sco.latched.passed = true;
}

/** 1.2 has one word for completion and success; who failed has been through it all the same. */
const finished: string[] = ['completed', 'passed', 'failed'];

function sessionSeconds({ elements }: ScoState): number {
  const timespan = elements['cmi.core.session_time'];
  if (timespan !== undefined) return parseTimespan(timespan) ?? 0;
  return parseDuration(elements['cmi.session_time'] ?? '') ?? 0;
}
