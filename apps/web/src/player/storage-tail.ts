import type { Entry, JournalTail } from './journal.js';

const prefix = 'aula-tail:';

/** The tail in localStorage, one key per record so that a burst never rewrites what is there. A full storage is no failure. */
export const storageTail = (storage: Storage, attemptId: string): JournalTail => {
  const keyOf = ({ epoch, record }: Entry): string => `${prefix}${attemptId}:${epoch}:${record.seq}`;
  return {
    add: ({ epoch, record }) => attempt(() => storage.setItem(keyOf({ epoch, record }), JSON.stringify({ epoch, record }))),
    remove: (entries) =>
      attempt(() => {
        for (const entry of entries) storage.removeItem(keyOf(entry));
      }),
    entries: () =>
      Object.keys(storage)
        .filter((key) => key.startsWith(`${prefix}${attemptId}:`))
        .flatMap((key) => parsed(storage.getItem(key))),
  };
};

const attempt = (work: () => void): void => {
  try {
    work();
  } catch {
    // The storage is full or closed: the tail is only the second copy.
  }
};

const parsed = (text: string | null): Entry[] => {
  try {
    const entry = JSON.parse(text ?? '') as Entry;
    return typeof entry.epoch === 'number' && typeof entry.record.seq === 'number' ? [entry] : [];
  } catch {
    return [];
  }
};
