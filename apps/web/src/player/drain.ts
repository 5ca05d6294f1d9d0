import { CommitLoop } from './commit-loop.js';
import { element } from './dom.js';
import type { Journal } from './journal.js';
import type { Opening } from './opening.js';
import { Refusal } from './protocol.js';
import { surroundings } from './surroundings.js';

const patience = 15_000;

/**
 * What became of records that earlier visits left: all handed in, or handed in and set aside; `stuck`: the server can place them nowhere;
 * `refused`, `withdrawn`: the token opens nothing; `no-line`.
 */
export type Drained = 'done' | 'set-aside' | 'stuck' | 'refused' | 'withdrawn' | 'no-line';

/** Hands in what waits of one epoch; `hasty`: the first failure says that there is no line. */
export const drainEpoch = async ({ runtime }: Opening, journal: Journal, epoch: number, hasty: boolean): Promise<Drained> => {
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

/** Old epochs go first, each with its own number: a plain crash is then no conflict. Asks again for as long as the line is gone. */
export const drain = async (opening: Opening, journal: Journal): Promise<void> => {
  const { shell, texts } = opening;
  const [epoch] = journal.epochs();
  if (epoch === undefined) return;
  shell.page(null, texts.sendingEarlier);
  const drained = await drainEpoch(opening, journal, epoch, false);
  // Records that the server can place nowhere stay on this device and do not keep the learner out.
  if (drained === 'stuck') return;
  if (drained === 'refused' || drained === 'withdrawn') throw new Refusal('content.token-refused', texts.codeText);
  if (drained === 'no-line') await pressed(opening, texts.tryAgain);
  return drain(opening, journal);
};

/** Says that there is no line and waits for the press. */
const pressed = ({ shell, texts }: Opening, label: string): Promise<void> =>
  new Promise((resolve) =>
    shell.page(texts.lineTitle, texts.lineText, element('button', { type: 'button', class: 'primary', onclick: () => resolve() }, label)),
  );
