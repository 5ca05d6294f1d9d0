import { all, change, openDatabase } from './database.js';
import type { Entry, JournalStore } from './journal.js';

const table = 'records';

/** The journal in IndexedDB, one row per record. */
export const indexedStore = async (name: string, factory: IDBFactory): Promise<JournalStore> => {
  const database = await openDatabase(name, factory, (made) => void made.createObjectStore(table, { keyPath: ['epoch', 'record.seq'] }));
  return {
    load: async () => (await all<Entry>(database, table)).filter(({ epoch }) => epoch > 0),
    put: (entries) =>
      change(database, [table], (rows) => {
        for (const entry of entries) rows?.put(entry);
      }),
    // beside the journal, and never sent: no lease has a number below 1
    setAside: (entries) =>
      change(database, [table], (rows) => {
        for (const { epoch, record } of entries) rows?.put({ epoch: -epoch, record });
      }),
    remove: (epoch, through) => change(database, [table], (rows) => void rows?.delete(IDBKeyRange.bound([epoch, 0], [epoch, through]))),
  };
};

/** For a browser that gives no IndexedDB: keeps nothing, and says so by failing, so that the learner is not told otherwise. */
export const noStore: JournalStore = {
  load: () => Promise.reject(new Error('no IndexedDB')),
  put: () => Promise.reject(new Error('no IndexedDB')),
  remove: () => Promise.resolve(),
  setAside: () => Promise.reject(new Error('no IndexedDB')),
};
