import { describe, expect, it } from '@jest/globals';
import { Journal, type Entry, type JournalStore, type JournalTail } from '../../src/player/journal.js';

const memoryTail = (): JournalTail & { kept: Map<string, Entry> } => {
  const kept = new Map<string, Entry>();
  const keyOf = ({ epoch, record }: Entry): string => `${epoch}:${record.seq}`;
  return {
    kept,
    add: (entry) => void kept.set(keyOf(entry), { epoch: entry.epoch, record: entry.record }),
    remove: (entries) => entries.forEach((entry) => kept.delete(keyOf(entry))),
    entries: () => [...kept.values()],
  };
};

const memoryStore = (rows: Entry[] = []): JournalStore & { rows: Entry[]; fail: boolean } => ({
  rows,
  fail: false,
  load() {
    return Promise.resolve([...this.rows]);
  },
  put(entries) {
    if (this.fail) return Promise.reject(new Error('full'));
    this.rows.push(...entries);
    return Promise.resolve();
  },
  remove(epoch, through) {
    this.rows = this.rows.filter((row) => row.epoch !== epoch || row.record.seq > through);
    return Promise.resolve();
  },
});

const draft = (value: string) => ({ t: 1, kind: 'set' as const, scoId: 'a', element: 'cmi.location', value, result: 'true', errorCode: 0 });
const entry = (epoch: number, seq: number): Entry => ({ epoch, record: { seq, ...draft(`v${seq}`) } });

describe('the journal', () => {
  it('counts from 1 in each epoch, and says when a record is durable', async () => {
    const [store, tail] = [memoryStore(), memoryTail()];
    const journal = await Journal.open(store, tail);
    journal.begin(4);
    expect([journal.append(draft('x')).seq, journal.append(draft('y')).seq]).toEqual([1, 2]);
    expect(journal.undurable()).toBe(2);
    expect(tail.kept.size).toBe(2);
    await journal.settled();
    expect(journal.undurable()).toBe(0);
    expect(tail.kept.size).toBe(0);
    expect(store.rows.map((row) => [row.epoch, row.record.seq])).toEqual([[4, 1], [4, 2]]); // prettier-ignore
  });

  it('refuses records before a lease', async () => {
    const journal = await Journal.open(memoryStore(), memoryTail());
    expect(() => journal.append(draft('x'))).toThrow('no lease');
  });

  it('finds what earlier visits left in the store and in the tail, without doubles', async () => {
    const tail = memoryTail();
    [entry(2, 2), entry(2, 3)].forEach((each) => tail.add(each));
    const store = memoryStore([entry(3, 1), entry(2, 1), entry(2, 2)]);
    const journal = await Journal.open(store, tail);
    expect(journal.epochs()).toEqual([2, 3]);
    expect(journal.batch(2, 10, 10_000).map((record) => record.seq)).toEqual([1, 2, 3]);
    await journal.settled();
    expect(store.rows).toContainEqual(entry(2, 3));
  });

  it('keeps a record until it is acknowledged, then forgets it everywhere', async () => {
    const store = memoryStore();
    const journal = await Journal.open(store, memoryTail());
    journal.begin(1);
    for (const value of ['a', 'b', 'c']) journal.append(draft(value));
    journal.acknowledge(1, 2);
    await journal.settled();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(journal.waiting()).toMatchObject({ count: 1 });
    expect(store.rows.map((row) => row.record.seq)).toEqual([3]);
  });

  it('takes a contiguous batch, oldest first, within bytes and count, and at least one record', async () => {
    const journal = await Journal.open(memoryStore([entry(1, 2), entry(1, 1), entry(1, 4)]), memoryTail());
    expect(journal.batch(1, 10, 10_000).map((record) => record.seq)).toEqual([1, 2]);
    expect(journal.batch(1, 1, 10_000)).toHaveLength(1);
    expect(journal.batch(1, 10, 1)).toHaveLength(1);
    expect(journal.batch(1, 10, 10_000, 4).map((record) => record.seq)).toEqual([4]);
  });

  it('says that the device keeps nothing when the store refuses, and keeps the records in memory', async () => {
    const store = memoryStore();
    const journal = await Journal.open(store, memoryTail());
    store.fail = true;
    journal.begin(1);
    journal.append(draft('x'));
    await journal.settled();
    expect(journal.keeps).toBe(false);
    expect(journal.undurable()).toBe(1);
    expect(journal.waiting().count).toBe(1);
  });
});
