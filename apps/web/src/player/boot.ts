import type { RuntimeLaunched, RuntimeLease, RuntimeLeased } from '@aula/contracts';
import { CommitLoop } from './commit-loop.js';
import { ask } from './dialog.js';
import { element } from './dom.js';
import { indexedStore, noStore } from './indexed-store.js';
import { Journal } from './journal.js';
import { hold } from './lock.js';
import { Refusal, type Runtime } from './protocol.js';
import type { LaunchMemory } from './session.js';
import type { Shell } from './shell.js';
import { storageTail } from './storage-tail.js';
import { surroundings } from './surroundings.js';
import type { Texts } from './texts.js';

const drainPatience = 15_000;
const takeOverKey = 'aula-take-over';

/** Asks the learner on a page of its own and waits for the press. */
const pressed = (shell: Shell, title: string, text: string, label: string): Promise<void> =>
  new Promise((resolve) =>
    shell.page(title, text, element('button', { type: 'button', class: 'primary', onclick: () => resolve() }, label)),
  );

/** Redeems the code of the address, or takes what this tab's earlier launch gave. Null: neither opens anything. */
export const launched = async (runtime: Runtime, memory: LaunchMemory, code: string | null): Promise<RuntimeLaunched | null> => {
  const remembered = memory.take();
  if (code === null) return remembered;
  try {
    const fresh = await runtime.launch(code);
    memory.keep(fresh);
    return fresh;
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('content.')) return remembered;
    throw error;
  }
};

/** The learner asked to continue here, before this page was loaded again. */
export const rememberTakeOver = (): void => sessionStorage.setItem(takeOverKey, '1');
const askedToTakeOver = (): boolean => {
  const asked = sessionStorage.getItem(takeOverKey) !== null;
  sessionStorage.removeItem(takeOverKey);
  return asked;
};

export interface Opening {
  shell: Shell;
  texts: Texts;
  runtime: Runtime;
  launched: RuntimeLaunched;
  /** The attempt went to another tab of this browser. */
  onLost: () => void;
  /** The learner chose to leave it where it is open. */
  goBack: () => void;
}

/** Takes the attempt in this browser, drains what earlier visits left, and only then takes the lease. Null: the learner went back. */
export const opened = async (opening: Opening): Promise<{ leased: RuntimeLeased; journal: Journal | null } | null> => {
  const { runtime, launched } = opening;
  const device = deviceName();
  if (launched.mode === 'browse') return { leased: await runtime.lease({ takeOver: false, device }), journal: null };
  const asked = askedToTakeOver();
  if (!(await held(opening, asked))) return null;
  const store = await indexedStore(`aula-${launched.attemptId}`, indexedDB).catch(() => noStore);
  const journal = await Journal.open(store, storageTail(localStorage, launched.attemptId));
  await drain(opening, journal);
  const leased = await lease(opening, { takeOver: asked, device });
  if (!leased || launched.mode === 'review') return leased && { leased, journal: null };
  if (leased.restored) await tellRestored(opening, leased.restored.reason);
  journal.begin(leased.epoch);
  return { leased, journal };
};

/** What the learner finds is not what they left: they hear so, and why, before the course opens. */
const tellRestored = ({ texts }: Opening, reason: string): Promise<string> =>
  ask(texts.restoredTitle, `${texts.restoredText} ${reason}`, [{ value: 'on', label: texts.goOn, primary: true }]);

const deviceKey = 'aula-device';

/** A random name of this browser at this attempt: the server tells its tabs, of which the lock lets one in, from another device. */
const deviceName = (): string => {
  const known = localStorage.getItem(deviceKey) ?? surroundings.nonce();
  localStorage.setItem(deviceKey, known);
  return known.slice(0, 64);
};

const held = async (opening: Opening, asked: boolean): Promise<boolean> => {
  const { launched, onLost } = opening;
  const locks = 'locks' in navigator ? navigator.locks : undefined;
  const name = `attempt:${launched.attemptId}`;
  const free = await hold(locks, name, false, onLost);
  if (free.held) return true;
  if (!asked && !(await takesOver(opening))) return false;
  return (await hold(locks, name, true, onLost)).held;
};

const takesOver = async ({ texts, goBack }: Opening): Promise<boolean> => {
  const choice = await ask(texts.heldTitle, texts.heldText, [
    { value: 'here', label: texts.continueHere, primary: true },
    { value: 'back', label: texts.back },
  ]);
  if (choice === 'back') goBack();
  return choice === 'here';
};

/** Old epochs go first, each with its own number: a plain crash is then no conflict. Asks again for as long as the line is gone. */
const drain = async (opening: Opening, journal: Journal): Promise<void> => {
  const { shell, texts, runtime } = opening;
  const epoch = journal.epochs()[0];
  if (epoch === undefined) return;
  shell.page(null, texts.sendingEarlier);
  const loop = new CommitLoop(journal, epoch, (commit, leaving) => runtime.commit(commit, leaving), surroundings);
  const done = await loop.drained(drainPatience);
  loop.stop();
  // Records that the server can place nowhere stay on this device and do not keep the learner out.
  if (!done && loop.state.ended === 'gap') return;
  if (!done && (loop.state.ended === 'refused' || loop.state.ended === 'withdrawn'))
    throw new Refusal('content.token-refused', texts.codeText);
  if (!done) await pressed(shell, texts.lineTitle, texts.lineText, texts.tryAgain);
  return drain(opening, journal);
};

const lease = async (opening: Opening, wish: RuntimeLease): Promise<RuntimeLeased | null> => {
  try {
    return await opening.runtime.lease(wish);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'content.attempt-held') throw error;
    return (await takesOver(opening)) ? opening.runtime.lease({ ...wish, takeOver: true }) : null;
  }
};
