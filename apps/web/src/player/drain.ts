import { CommitLoop } from './commit-loop.js';
import type { Journal } from './journal.js';
import type { Runtime } from './protocol.js';
import { surroundings } from './surroundings.js';

const patience = 15_000;

/**
 * What became of records that earlier visits left: all handed in, or handed in and set aside; `stuck`: the server can place them nowhere;
 * `refused`, `withdrawn`: the token opens nothing; `no-line`.
 */
export type Drained = 'done' | 'set-aside' | 'stuck' | 'refused' | 'withdrawn' | 'no-line';

/** Who takes commits. */
export type Taker = Pick<Runtime, 'commit'>;

/** What a learner is told while earlier work is handed in. */
export interface Telling {
  sending: () => void;
  /** There is no line; resolves when it is to be tried again. */
  noLine: () => Promise<void>;
}

/** Hands in what waits of one epoch; `hasty`: the first failure says that there is no line. */
export const drainEpoch = async (runtime: Taker, journal: Journal, epoch: number, hasty: boolean): Promise<Drained> => {
  const loop = new CommitLoop(journal, epoch, (commit, leaving) => runtime.commit(commit, leaving), surroundings);
  const failed = new Promise<false>((resolve) => loop.onChange(() => hasty && loop.state.failures > 0 && resolve(false)));
  const done = await Promise.race([loop.drained(patience), failed]);
  loop.stop();
  const { ended } = loop.state;
  if (ended === 'withdrawn') return ended;
  if (done) return ended === 'taken-over' ? 'set-aside' : 'done';
  if (ended === 'gap') return 'stuck';
  return ended === 'refused' ? ended : 'no-line';
};

/**
 * Old epochs go first, each with its own number: a plain crash is then no conflict. Asks again for as long as the line is gone. Records that
 * the server can place nowhere (`stuck`) stay on this device and do not keep the learner out: {@link handOver} comes back to them.
 */
export const drain = async (
  runtime: Taker,
  journal: Journal,
  telling: Telling,
  stuck: readonly number[] = [],
): Promise<'done' | 'refused'> => {
  const epoch = journal.epochs().find((each) => !stuck.includes(each));
  if (epoch === undefined) return 'done';
  telling.sending();
  const drained = await drainEpoch(runtime, journal, epoch, false);
  if (drained === 'stuck') return drain(runtime, journal, telling, [...stuck, epoch]);
  if (drained === 'refused' || drained === 'withdrawn') return 'refused';
  if (drained === 'no-line') await telling.noLine();
  return drain(runtime, journal, telling, stuck);
};

/** With a newer lease, what could be placed nowhere is of an older one: the server sets it aside. What cannot go now goes at the next launch. */
export const handOver = async (runtime: Taker, journal: Journal, newest: number): Promise<void> => {
  for (const epoch of journal.epochs()) if (epoch < newest) await drainEpoch(runtime, journal, epoch, true);
};
