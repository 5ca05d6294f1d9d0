import type { RuntimeCommit, RuntimeRecord } from '@aula/contracts';
import {
  deriveScoResult,
  foldRecords,
  rollUpCourse,
  type ActivityTree,
  type CmiState,
  type CourseResult,
  type ManifestItem,
  type ScormVersion,
  type ScoResult,
} from '@aula/scorm';
import { suspendRoom } from './room.entity.js';
import { fromState, toState, type ScoRow } from './sco.entity.js';

/** What of a package is played, by the manifest that was read at its import. */
export interface Played {
  version: ScormVersion;
  items: readonly ManifestItem[];
  byId: ReadonlyMap<string, ManifestItem>;
  /** Of a sequenced package; null: its items are gone through freely. */
  tree: ActivityTree | null;
}

/** What a commit comes to. `fresh` are the records not held yet, contiguous; `ack` what is durable after the transaction. */
export type Verdict =
  | { kind: 'take'; fresh: RuntimeRecord[]; ack: number }
  | { kind: 'stale'; current: number; through: number }
  /** The enrollment was withdrawn: the records up to `through` are set aside. */
  | { kind: 'withdrawn'; through: number }
  | { kind: 'gap'; expect: number }
  | { kind: 'unknown-epoch' };

/** Judges records against the attempt's standing: the table of the delivery protocol, case by case. */
export const judge = (
  standing: { epoch: number; lastSeq: number },
  { epoch, records }: Pick<RuntimeCommit, 'epoch' | 'records'>,
): Verdict => {
  const sorted = records.toSorted((a, b) => a.seq - b.seq);
  if (epoch < standing.epoch) return { kind: 'stale', current: standing.epoch, through: sorted.at(-1)?.seq ?? 0 };
  if (epoch > standing.epoch || epoch === 0) return { kind: 'unknown-epoch' };
  const fresh: RuntimeRecord[] = [];
  let ack = standing.lastSeq;
  for (const record of sorted) {
    if (record.seq <= ack) continue;
    if (record.seq !== ack + 1) break;
    fresh.push(record);
    ack = record.seq;
  }
  const first = sorted[0]?.seq ?? 0;
  return fresh.length === 0 && first > standing.lastSeq + 1 ? { kind: 'gap', expect: standing.lastSeq + 1 } : { kind: 'take', fresh, ack };
};

/** What changes at one item. */
export interface ScoChange {
  row: ScoRow;
  suspend: string | undefined;
  rest: Record<string, string>;
  /** A new attempt on its activity began: what was stored before is of another. */
  anew: boolean;
  /** Its suspend data are more than there is room for. */
  overfull: boolean;
  /** Completion, success, score or progress changed, or time did. */
  resultChanged: boolean;
}

/**
 * Folds whole records into the items they speak of. `stored` holds the rows of those items that exist. Records of items that the
 * manifest does not know stay records.
 */
export const advance = (
  attemptId: string,
  { version, byId }: Played,
  stored: ReadonlyMap<string, ScoRow>,
  records: readonly RuntimeRecord[],
): ScoChange[] => {
  const known = foldable(byId, records).map((record, at) => ({ ...record, seq: at + 1 }));
  const folded = foldRecords({ lastSeq: 0, scos: statesOf(version, stored) }, known);
  return [...new Set(known.map((record) => record.scoId))].flatMap((id) => {
    const [state, item, previous] = [folded.scos[id], byId.get(id), stored.get(id)];
    if (!state || !item) return [];
    const result = deriveScoResult(version, item, state, previous);
    const { columns, suspend, rest } = fromState(version, state);
    const row: ScoRow = { attempt_id: attemptId, sco_id: id, ...columns, ...resultOf(result) };
    const overfull = (suspend?.length ?? 0) > suspendRoom(byId.size);
    const kept = overfull ? undefined : suspend;
    const anew = known.some((record) => record.scoId === id && beginsAnew(record));
    return [
      {
        row,
        suspend: anew ? (kept ?? '') : kept,
        rest,
        anew,
        overfull,
        resultChanged: !previous || !sameResult(previous, result) || previous.seconds !== result.seconds,
      },
    ];
  });
};

/** The records that runtime data are made of. */
export const foldable = (byId: Played['byId'], records: readonly RuntimeRecord[]): RuntimeRecord[] =>
  records.filter((record) => byId.has(record.scoId) && record.kind !== 'snap');

/** The stored items as states, without what lies apart. */
export const statesOf = (version: ScormVersion, stored: ReadonlyMap<string, ScoRow>): CmiState['scos'] =>
  Object.fromEntries([...stored].map(([id, row]) => [id, toState(version, row)]));

const beginsAnew = ({ kind, element, value }: RuntimeRecord): boolean => kind === 'nav' && element === 'open' && value === 'anew';

/** The attempt's result from those of its items; completed and passed stay. */
export const rolledUp = ({ version, items }: Played, results: Readonly<Record<string, ScoResult>>, previous: CourseResult): CourseResult =>
  rollUpCourse(version, items, results, { previous });

/** The five members of a result, without whatever else the object has. */
export const resultOf = ({ completion, success, scaled, progress, seconds }: ScoResult): ScoResult => ({
  completion,
  success,
  scaled,
  progress,
  seconds,
});

/** True when nothing that others hear of differs; time alone is no news. */
export const sameResult = (a: ScoResult, b: ScoResult): boolean =>
  a.completion === b.completion && a.success === b.success && a.scaled === b.scaled && a.progress === b.progress;
