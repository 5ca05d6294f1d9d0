import type { RuntimeLaunched, RuntimeLeased, RuntimeRecord } from '@aula/contracts';
import { all, change, openDatabase } from './database.js';
import type { Entry, RecordLog } from './journal.js';

/** What a kept course starts from without a line: its launch, and the runtime data of its lease. */
export interface KeptStart {
  launched: RuntimeLaunched;
  leased: RuntimeLeased;
  /** Another device has a newer lease: what were recorded in this one would be set aside. */
  lost?: boolean;
}

/** The kept course of this origin, which is one attempt's. */
export interface KeptStore extends RecordLog {
  /** Null: nothing is kept. */
  load(): Promise<KeptStart | null>;
  /** Starts from here on; what the log says of earlier leases is forgotten. */
  put(start: KeptStart): Promise<void>;
  /** The records of one lease that the server holds already, oldest first. */
  logged(epoch: number): Promise<RuntimeRecord[]>;
  clear(): Promise<void>;
}

const [starts, log] = ['starts', 'log'];
const only = 'course';

export const keptStore = async (factory: IDBFactory): Promise<KeptStore> => {
  const database = await openDatabase('aula-kept', factory, (made) => {
    made.createObjectStore(starts);
    made.createObjectStore(log, { keyPath: ['epoch', 'record.seq'] });
  });
  const ofEpoch = (epoch: number): IDBKeyRange => IDBKeyRange.bound([epoch, 0], [epoch, Infinity]);
  return {
    load: async () => (await all<KeptStart>(database, starts))[0] ?? null,
    put: (start) =>
      change(database, [starts, log], (course, records) => {
        course?.put(start, only);
        records?.delete(IDBKeyRange.upperBound([start.leased.epoch, start.leased.seq]));
      }),
    add: (entries) =>
      change(database, [log], (records) => {
        for (const { epoch, record } of entries) records?.put({ epoch, record });
      }),
    logged: async (epoch) => (await all<Entry>(database, log, ofEpoch(epoch))).map(({ record }) => record),
    clear: () =>
      change(database, [starts, log], (course, records) => {
        course?.clear();
        records?.clear();
      }),
  };
};
