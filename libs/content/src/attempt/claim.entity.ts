import { RuntimeClaim, type RuntimeRecord } from '@aula/contracts';
import { deriveScoResult, foldRecords, type CmiState, type ScoResult } from '@aula/scorm';
import { foldable, statesOf, type Played } from './attempt.entity.js';
import type { ScoRow } from './sco.entity.js';

/** Where the player came to another result than the records do; `claimed` null: it said nothing that can be read. */
export interface Difference {
  seq: number;
  scoId: string;
  claimed: RuntimeClaim | null;
  found: RuntimeClaim;
}

/**
 * Holds what players said at the end of items against the same records, replayed from what is stored. Neither side knows what was
 * achieved before and stays: both come to what the data alone amount to.
 */
export const differencesOf = (
  { version, byId }: Played,
  stored: ReadonlyMap<string, ScoRow>,
  records: readonly RuntimeRecord[],
): Difference[] => {
  const differences: Difference[] = [];
  let scos: CmiState['scos'] | undefined;
  let unfolded: RuntimeRecord[] = [];
  for (const record of records.some(ends) ? foldable(byId, records) : []) {
    unfolded.push(record);
    const item = byId.get(record.scoId);
    if (!item || !ends(record)) continue;
    scos = foldRecords({ lastSeq: 0, scos: scos ?? statesOf(version, stored) }, inOrder(unfolded)).scos;
    unfolded = [];
    const [claimed, found] = [claimOf(record.value), resultOnly(deriveScoResult(version, item, scos[record.scoId]))];
    if (!claimed || !sameClaim(claimed, found)) differences.push({ seq: record.seq, scoId: record.scoId, claimed, found });
  }
  return differences;
};

const ends = ({ kind, result, errorCode }: RuntimeRecord): boolean => kind === 'term' && result !== 'false' && (errorCode ?? 0) === 0;
const inOrder = (records: readonly RuntimeRecord[]): RuntimeRecord[] => records.map((record, at) => ({ ...record, seq: at + 1 }));
const resultOnly = ({ completion, success, scaled }: ScoResult): RuntimeClaim => ({ completion, success, scaled });
const sameClaim = (a: RuntimeClaim, b: RuntimeClaim): boolean =>
  a.completion === b.completion && a.success === b.success && a.scaled === b.scaled;

/** Whoever forges records may write anything. */
const claimOf = (value: string | undefined): RuntimeClaim | null => {
  try {
    return RuntimeClaim.safeParse(JSON.parse(value ?? 'null')).data ?? null;
  } catch {
    return null;
  }
};
