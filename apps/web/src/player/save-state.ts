import type { LoopState } from './commit-loop.js';

/** What the learner is told about the work: `saved` in the academy, `aside` as far as it can be, `device`, `memory` (not kept yet), or why it goes no further. */
export type SaveState = {
  state: 'saved' | 'device' | 'memory' | 'offline' | 'frozen' | 'refused' | 'withdrawn' | 'aside' | 'unrecorded';
  waiting: number;
  /** Records that the academy could not read; they stay on this device. */
  aside: number;
};

export interface SaveFacts {
  waiting: number;
  undurable: number;
  aside: number;
  keeps: boolean;
  loop: LoopState | null;
  records: boolean;
}

/** Two failed tries in a row are told as a lost line; one alone is not worth a learner's worry. */
const worrying = 2;

export const saveState = ({ waiting, undurable, aside, keeps, loop, records }: SaveFacts): SaveState =>
  records ? { state: stateOf({ waiting, undurable, aside, keeps, loop }), waiting, aside } : { state: 'unrecorded', waiting: 0, aside: 0 };

const stateOf = ({ waiting, undurable, aside, keeps, loop }: Omit<SaveFacts, 'records'>): SaveState['state'] => {
  if (loop?.ended === 'taken-over' || loop?.ended === 'gap') return 'frozen';
  if (loop?.ended === 'withdrawn') return 'withdrawn';
  if (waiting === 0) return aside > 0 ? 'aside' : 'saved';
  if (!keeps || undurable > 0) return 'memory';
  if (loop?.ended === 'refused') return 'refused';
  return (loop?.failures ?? 0) >= worrying ? 'offline' : 'device';
};
