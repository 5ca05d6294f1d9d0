import type { RuntimeLaunched, RuntimeLease, RuntimeLeased } from '@aula/contracts';
import { ask } from './dialog.js';
import type { Journal } from './journal.js';
import type { KeptStart, KeptStore } from './kept-store.js';
import { Refusal, type Runtime } from './protocol.js';
import type { Shell } from './shell.js';
import { dated, type Texts } from './texts.js';
import type { Times } from './times.js';

export interface Opening {
  shell: Shell;
  texts: Texts;
  times: Times;
  runtime: Runtime;
  launched: RuntimeLaunched;
  /** What this device keeps of the course; null where the browser cannot keep anything. */
  kept: Kept | null;
  /** The attempt went to another tab of this browser. */
  onLost: () => void;
  /** The learner chose to leave it where it is open. */
  goBack: () => void;
}

/** The kept course of this origin; `start` is null until the learner keeps it. */
export interface Kept {
  store: KeptStore;
  start: KeptStart | null;
}

/** One that was kept. */
export type KeptCourse = Kept & { start: KeptStart };
export const isKept = (kept: Kept | null): kept is KeptCourse => kept !== null && kept.start !== null;

/** An open course. Without a journal nothing of it is recorded. */
export interface Opened {
  leased: RuntimeLeased;
  journal: Journal | null;
}

/** Asks whether the course, open elsewhere, is to go on here. */
export const takesOver = async ({ texts, goBack }: Opening): Promise<boolean> => {
  const choice = await ask(texts.heldTitle, texts.heldText, [
    { value: 'here', label: texts.continueHere, primary: true },
    { value: 'back', label: texts.back },
  ]);
  if (choice === 'back') goBack();
  return choice === 'here';
};

/** Takes the lease, from another device only when the learner says so. Null: the learner went back. */
export const lease = async (opening: Opening, wish: RuntimeLease): Promise<RuntimeLeased | null> => {
  const leased = await opening.runtime.lease(wish).catch(async (error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'content.attempt-held') throw error;
    return (await takesOver(opening)) ? opening.runtime.lease({ ...wish, takeOver: true }) : null;
  });
  if (leased?.restored && leased.mode === 'normal') await tellRestored(opening, leased.restored);
  return leased;
};

/** What the learner finds is not what they left: they hear so, and why, before the course opens. */
const tellRestored = ({ texts, times }: Opening, { at, reason }: NonNullable<RuntimeLeased['restored']>): Promise<string> =>
  ask(texts.restoredTitle, `${dated(texts.restoredText, times.day(at))} ${reason}`, [{ value: 'on', label: texts.goOn, primary: true }]);
