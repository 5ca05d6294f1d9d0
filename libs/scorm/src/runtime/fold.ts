import type { CmiState, RuntimeRecord } from './record.js';

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
  throw new Error(String([state, records]));
}
