import type { Surroundings } from './commit-loop.js';

const bytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** The browser's own clock and chance. */
export const surroundings: Surroundings = {
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  chance: () => (bytes(1)[0] ?? 0) / 256,
  nonce: () => [...bytes(12)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
};
