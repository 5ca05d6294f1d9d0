import type { LoopState } from './commit-loop.js';

/** What the learner is told about the work: `saved` in the academy, `device`, `memory` (not kept yet), or why it goes no further. */
export type SaveState = {
  state: 'saved' | 'device' | 'memory' | 'offline' | 'frozen' | 'refused' | 'withdrawn' | 'unrecorded';
  waiting: number;
};

export interface SaveFacts {
  waiting: number;
  undurable: number;
  keeps: boolean;
  loop: LoopState | null;
  records: boolean;
}

/** Two failed tries in a row are told as a lost line; one alone is not worth a learner's worry. */
const worrying = 2;

export const saveState = ({ waiting, undurable, keeps, loop, records }: SaveFacts): SaveState => {
  if (!records) return { state: 'unrecorded', waiting: 0 };
  if (loop?.ended === 'taken-over' || loop?.ended === 'gap') return { state: 'frozen', waiting };
  if (loop?.ended === 'withdrawn') return { state: 'withdrawn', waiting };
  if (waiting === 0) return { state: 'saved', waiting };
  if (!keeps || undurable > 0) return { state: 'memory', waiting };
  if (loop?.ended === 'refused') return { state: 'refused', waiting };
  return { state: (loop?.failures ?? 0) >= worrying ? 'offline' : 'device', waiting };
};
