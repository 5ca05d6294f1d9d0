import type { RuntimeLaunched } from '@aula/contracts';
import { drain } from './drain.js';
import { handOver } from './hand-in.js';
import { indexedStore, noStore } from './indexed-store.js';
import { Journal } from './journal.js';
import { openedKept } from './kept-opening.js';
import { keptStore } from './kept-store.js';
import { hold } from './lock.js';
import { isKept, lease, takesOver, type Kept, type Opened, type Opening } from './opening.js';
import { Refusal, type Runtime } from './protocol.js';
import type { LaunchMemory } from './session.js';
import { storageTail } from './storage-tail.js';
import { surroundings } from './surroundings.js';

const takeOverKey = 'aula-take-over';

/** What this device keeps of the course. Null: the browser lends no room, or has no worker to play it without a line. */
export const foundKept = async (): Promise<Kept | null> => {
  if (!('serviceWorker' in navigator) || !('locks' in navigator)) return null;
  try {
    const store = await keptStore(indexedDB);
    return { store, start: await store.load() };
  } catch {
    return null;
  }
};

/**
 * Redeems the code of the address, or takes what this tab's earlier launch gave, or that of the kept course. Null: nothing opens
 * anything.
 */
export const launched = async (
  runtime: Runtime,
  memory: LaunchMemory,
  code: string | null,
  kept: Kept | null,
): Promise<RuntimeLaunched | null> => {
  const remembered = memory.take() ?? kept?.start?.launched ?? null;
  if (code === null) return remembered;
  try {
    const fresh = await runtime.launch(code);
    memory.keep(fresh);
    return fresh;
  } catch (error) {
    const spent = error instanceof Refusal && error.code.startsWith('content.');
    if (spent || kept?.start) return remembered;
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

/** Takes the attempt in this browser, drains what earlier visits left, and only then takes the lease. Null: the learner went back. */
export const opened = async (opening: Opening): Promise<Opened | null> => {
  const { runtime, launched, kept } = opening;
  const device = deviceName();
  if (launched.mode === 'browse') return { leased: await runtime.lease({ takeOver: false, device }), journal: null };
  const asked = askedToTakeOver();
  const holding = await held(opening, asked);
  if (!holding) return null;
  const store = await indexedStore(`aula-${launched.attemptId}`, indexedDB).catch(() => noStore);
  const journal = await Journal.open(store, storageTail(localStorage, launched.attemptId));
  const wish = { takeOver: asked, device };
  if (isKept(kept) && launched.mode === 'normal') return openedKept(opening, journal, kept, { ...wish, alone: holding === 'free' });
  await drain(opening, journal);
  const leased = await lease(opening, wish);
  if (!leased || launched.mode === 'review') return leased && { leased, journal: null };
  journal.begin(leased.epoch);
  await handOver(opening, journal, leased.epoch);
  return { leased, journal };
};

const deviceKey = 'aula-device';

/** A random name of this browser at this attempt: the server tells its tabs, of which the lock lets one in, from another device. */
const deviceName = (): string => {
  const known = localStorage.getItem(deviceKey) ?? surroundings.nonce();
  localStorage.setItem(deviceKey, known);
  return known.slice(0, 64);
};

/** Takes the attempt among the tabs of this browser. Null: it stays with another. */
const held = async (opening: Opening, asked: boolean): Promise<'free' | 'taken' | null> => {
  const { launched, onLost } = opening;
  const locks = 'locks' in navigator ? navigator.locks : undefined;
  const name = `attempt:${launched.attemptId}`;
  const free = await hold(locks, name, false, onLost);
  if (free.held) return 'free';
  if (!asked && !(await takesOver(opening))) return null;
  return (await hold(locks, name, true, onLost)).held ? 'taken' : null;
};
