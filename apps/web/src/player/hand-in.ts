import { CommitLoop } from './commit-loop.js';
import type { Journal } from './journal.js';
import type { Runtime } from './protocol.js';
import { surroundings } from './surroundings.js';

const patience = 15_000;

type Line = { runtime: Pick<Runtime, 'commit'> };

/**
 * What became of records that earlier visits left: all handed in, or handed in and set aside; `stuck`: the server can place them nowhere;
 * `refused`, `withdrawn`: the token opens nothing; `no-line`.
 */
export type Drained = 'done' | 'set-aside' | 'stuck' | 'refused' | 'withdrawn' | 'no-line';

/** Hands in what waits of one epoch; `hasty`: the first failure says that there is no line. */
const drainEpoch = async ({ runtime }: Line, journal: Journal, epoch: number, hasty: boolean): Promise<Drained> => {
  const loop = new CommitLoop(journal, epoch, (commit, leaving) => runtime.commit(commit, leaving), surroundings);
  const failed = new Promise<false>((resolve) => loop.onChange(() => hasty && loop.state.failures > 0 && resolve(false)));
  const done = await Promise.race([loop.drained(patience), failed]);
  loop.stop();
  const { ended } = loop.state;
  if (done) return ended === 'taken-over' ? 'set-aside' : 'done';
  if (ended === 'gap') return 'stuck';
  return ended === 'refused' || ended === 'withdrawn' ? ended : 'no-line';
};

/**
 * Hands in what waits, old epochs first and each with its own number: a plain crash is then no conflict. Records that the server can place
 * nowhere stay on this device and keep neither the learner out nor others back: {@link handOver} comes back to them. Ends at the first
 * epoch that cannot go now, with why.
 */
export const drainAll = async (line: Line, journal: Journal, hasty: boolean): Promise<Exclude<Drained, 'stuck'>> => {
  let result: 'done' | 'set-aside' = 'done';
  for (const epoch of journal.epochs()) {
    const drained = await drainEpoch(line, journal, epoch, hasty);
    if (drained === 'set-aside') result = drained;
    else if (drained !== 'done' && drained !== 'stuck') return drained;
  }
  return result;
};

/** With a newer lease, what could be placed nowhere is of an older one: the server sets it aside. What cannot go now goes at the next launch. */
export const handOver = async (line: Line, journal: Journal, newest: number): Promise<void> => {
  for (const epoch of journal.epochs()) if (epoch < newest) await drainEpoch(line, journal, epoch, true);
};
