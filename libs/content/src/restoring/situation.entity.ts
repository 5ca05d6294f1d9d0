import type { RuntimeRecord } from '@aula/contracts';
import {
  deriveScoResult,
  foldRecords,
  madeWhole,
  sequencedResult,
  suspendData,
  totalSeconds,
  whereabouts,
  type CourseResult,
  type ScoResult,
  type ScoState,
  type SequencingState,
} from '@aula/scorm';
import { rolledUp, type Played } from '../attempt/attempt.entity.js';
import { advanceSequencing } from '../attempt/sequencing.entity.js';

/** The whole of what an attempt stands at, but for its results. Plain JSON. */
export interface Situation {
  /** The item that lies open. */
  open: string | null;
  scos: Record<string, ScoState>;
  /** Of a sequenced package. */
  sequencing: SequencingState | null;
}

/** Folds further records, in their order, into a situation: what the commits that brought them made of it. */
export const furthered = (
  before: Situation,
  played: Pick<Played, 'byId' | 'tree'>,
  records: readonly RuntimeRecord[],
  first: SequencingState,
): Situation => {
  const base = new Map(Object.entries(before.scos).map(([id, { elements }]) => [id, elements[suspendData] ?? '']));
  const known = madeWhole(records, base)
    .filter(({ scoId, kind }) => played.byId.has(scoId) && kind !== 'snap')
    .map((record, at) => ({ ...record, seq: at + 1 }));
  return {
    open: whereabouts(before.open, records).open,
    scos: foldRecords({ lastSeq: 0, scos: before.scos }, known).scos,
    sequencing: played.tree ? advanceSequencing(played.tree, before.sequencing ?? first, records).state : null,
  };
};

/** Live results: of the items, and of the attempt. */
export interface Results {
  scos: Readonly<Record<string, ScoResult>>;
  course: CourseResult;
}

/** What giving back makes of an attempt. */
export interface Plan extends Situation {
  results: Record<string, ScoResult>;
  course: CourseResult;
}

/**
 * What an attempt comes to when `given` takes the place of `live`. What was achieved stays: completed, passed, the best score and the
 * time. What the learner finds is what was given; an item that was not open yet is empty again.
 */
export const planned = (played: Played, live: Situation, results: Results, given: Situation): Plan => {
  const ids = [...new Set([...Object.keys(live.scos), ...Object.keys(given.scos)])];
  const scos = Object.fromEntries(ids.map((id) => [id, together(live.scos[id], given.scos[id])] as const));
  const after = ids.flatMap((id): [string, ScoResult][] => {
    const item = played.byId.get(id);
    return item ? [[id, deriveScoResult(played.version, item, scos[id], results.scos[id])]] : [];
  });
  const own = Object.fromEntries(after);
  const course =
    played.tree && given.sequencing
      ? sequencedResult(played.tree, given.sequencing, own, results.course)
      : rolledUp(played, own, results.course);
  return { open: given.open, scos, sequencing: given.sequencing, results: own, course };
};

const ofVisit = ['cmi.session_time', 'cmi.core.session_time'];
const bookmarks = [suspendData, 'cmi.location', 'cmi.core.lesson_location'];

const together = (live: ScoState | undefined, given: ScoState | undefined): ScoState => {
  const elements = Object.fromEntries(Object.entries(given?.elements ?? {}).filter(([element]) => !ofVisit.includes(element)));
  const seconds = Math.max(live ? totalSeconds(live) : 0, given ? totalSeconds(given) : 0);
  const resumes = bookmarks.some((element) => elements[element]);
  return {
    elements,
    // whoever gets a state back is to go on from there, however that visit ended; `left` would complete content that says nothing
    visit: resumes ? 'running' : (given?.visit ?? 'none'),
    visits: Math.max(live?.visits ?? 0, given?.visits ?? 0),
    earlierSeconds: seconds,
    ...(given?.attemptFrom !== undefined && { attemptFrom: given.attemptFrom }),
    latched: {
      completed: (live?.latched.completed ?? false) || (given?.latched.completed ?? false),
      passed: (live?.latched.passed ?? false) || (given?.latched.passed ?? false),
    },
  };
};

export interface ElementChange {
  scoId: string;
  element: string;
  before: string | null;
  after: string | null;
}

/** What the learner would find otherwise than now, by item and element. */
export const changesOf = (live: Situation, plan: Situation): ElementChange[] =>
  [...new Set([...Object.keys(live.scos), ...Object.keys(plan.scos)])].flatMap((scoId) => {
    const [before, after] = [live.scos[scoId]?.elements ?? {}, plan.scos[scoId]?.elements ?? {}];
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .sort()
      .filter((element) => !ofVisit.includes(element) && (before[element] ?? '') !== (after[element] ?? ''))
      .map((element) => ({ scoId, element, before: before[element] ?? null, after: after[element] ?? null }));
  });
