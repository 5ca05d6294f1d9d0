import { setTimeout as sleep } from 'node:timers/promises';
import { repeat } from '../in-order.js';
import type { Logger } from '../log.js';

/** Runs `body` again and again with a pause of `ms` (± 20 %, so that processes do not march in step) until stopped. */
export const every = (ms: number, body: () => Promise<unknown>, log: Logger): { stop(): Promise<void> } => {
  const stopping = new AbortController();
  const loop = repeat(async () => {
    try {
      await body();
    } catch (error) {
      log.warn({ err: error }, 'a recurring task failed; it is tried again');
    }
    const pause = ms * (0.8 + 0.4 * Math.random());
    await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    return !stopping.signal.aborted;
  });
  return {
    stop: async () => {
      stopping.abort();
      await loop;
    },
  };
};
