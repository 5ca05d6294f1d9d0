import type { RuntimeLease, RuntimeLeased } from '@aula/contracts';
import { ask } from './dialog.js';
import { drainAll, handOver } from './hand-in.js';
import type { Journal } from './journal.js';
import { standingOf } from './kept-start.js';
import { lease, type KeptCourse, type Opened, type Opening } from './opening.js';
import { Refusal } from './protocol.js';

/** With a token that opens nothing more than its records, a kept course goes on as without a line. */
const asWithoutLine = ['content.sign-in-needed', 'content.token-refused'];

/**
 * Opens a kept course. `alone`: no other tab of this browser had it a moment ago, whose last records would bear the same numbers. With a line as any other: what waits is handed in, then the lease is taken. Without one, or where the sign-in has
 * ended, it goes on in the lease that this device has. Null: the learner went back. Fails where neither is possible.
 */
export const openedKept = async (
  opening: Opening,
  journal: Journal,
  kept: KeptCourse,
  { alone, ...wish }: RuntimeLease & { alone: boolean },
): Promise<Opened | null> => {
  journal.log = kept.store;
  const standing = (): Promise<RuntimeLeased | null> => (alone ? ownStanding(journal, kept) : Promise.resolve(null));
  try {
    await handIn(opening, journal, kept, wish);
    const own = await standing();
    const leased = await lease(opening, { ...wish, ...(own && { goesOn: { epoch: own.epoch, seq: own.seq } }) });
    const opened = leased && (await begun(opening, journal, kept, leased));
    if (leased) await handOver(opening, journal, leased.epoch);
    return opened;
  } catch (error) {
    const own = isAway(error) ? await standing() : null;
    if (!own) throw error;
    return begun(opening, journal, kept, own);
  }
};

/** From here on the course stands on `leased`, with and without a line. */
const begun = async ({ launched }: Opening, journal: Journal, kept: KeptCourse, leased: RuntimeLeased): Promise<Opened> => {
  kept.start = { launched, leased };
  await kept.store.put(kept.start);
  journal.begin(leased.epoch, leased.seq);
  return { leased, journal };
};

/** Hands in what waits. Fails where there is no line, or the token is no longer taken. */
const handIn = async (opening: Opening, journal: Journal, kept: KeptCourse, { takeOver }: RuntimeLease): Promise<void> => {
  const { texts, shell } = opening;
  if (!navigator.onLine) throw new Error('no line');
  if (journal.epochs().length > 0) shell.page(null, texts.sendingEarlier);
  const drained = await drainAll(opening, journal, true);
  if (drained === 'withdrawn') throw new Refusal('content.enrollment-withdrawn', texts.withdrawn);
  if (drained === 'refused') throw new Refusal('content.token-refused', texts.codeText);
  if (drained === 'no-line') throw new Error('no line');
  if (drained === 'set-aside') await tellAside(opening, kept, takeOver);
};

/** Where the course stands on this device. Null: another device has a newer lease, or records are missing. */
const ownStanding = async (journal: Journal, { store, start }: KeptCourse): Promise<RuntimeLeased | null> => {
  const { epoch } = start.leased;
  if (start.lost || journal.epochs().some((each) => each > epoch)) return null;
  return standingOf(start.leased, await store.logged(epoch), journal.pending(epoch));
};

/** The rule of conflicts, when it happened: told once, and this lease is never gone on with. */
const tellAside = async ({ texts }: Opening, kept: KeptCourse, asked: boolean): Promise<void> => {
  kept.start = { ...kept.start, lost: true };
  await kept.store.put(kept.start);
  if (!asked) await ask(texts.asideTitle, texts.asideText, [{ value: 'on', label: texts.goOn, primary: true }]);
};

const isAway = (error: unknown): boolean =>
  !(error instanceof Refusal) || !error.code.startsWith('content.') || asWithoutLine.includes(error.code);
