import type { ScoState } from './record.js';

export type Entry = 'ab-initio' | 'resume' | '';

/** cmi.core.entry / cmi.entry of the next launch, from how the last visit ended. */
export function entryFor(state: ScoState | undefined): Entry {
  throw new Error(String(state));
}
