import { describe, expect, it } from '@jest/globals';
import type { RuntimeCommit } from '@aula/contracts';
import { drainAll, handOver } from '../../src/player/hand-in.js';
import { Journal, type Entry, type JournalStore, type JournalTail } from '../../src/player/journal.js';
import type { Outcome } from '../../src/player/protocol.js';

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

const memoryStore = (rows: Entry[] = []): JournalStore & { rows: Entry[]; aside: Entry[]; fail: boolean } => ({
  rows,
  aside: [],
  fail: false,
  load() {
    return Promise.resolve([...this.rows]);
  },
  put(entries) {
    if (this.fail) return Promise.reject(new Error('full'));
    const isNew = (row: Entry) => !entries.some(({ epoch, record }) => row.epoch === epoch && row.record.seq === record.seq);
    this.rows = [...this.rows.filter(isNew), ...entries];
    return Promise.resolve();
  },
  setAside(entries) {
    this.aside.push(...entries);
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
    const journal = await Journal.open(store, memoryTail(), () => undefined);
    store.fail = true;
    journal.begin(1);
    journal.append(draft('x'));
    await journal.settled();
    expect(journal.keeps).toBe(false);
    expect(journal.undurable()).toBe(1);
    expect(journal.waiting().count).toBe(1);
  });

  it('writes what the store refused after a pause, or with the next record, but for what the server holds by then', async () => {
    const store = memoryStore();
    const pauses: { ms: number; work: () => void }[] = [];
    const journal = await Journal.open(store, memoryTail(), (ms, work) => pauses.push({ ms, work }));
    store.fail = true;
    journal.begin(1);
    for (const value of ['a', 'b', 'c']) journal.append(draft(value));
    await journal.settled();
    pauses[0]!.work();
    await journal.settled();
    expect(pauses.map(({ ms }) => ms)).toEqual([750, 1_500]);
    journal.acknowledge(1, 1);
    store.fail = false;
    pauses[1]!.work();
    await journal.settled();
    expect(store.rows.map((row) => row.record.seq)).toEqual([2, 3]);
    expect([journal.keeps, journal.undurable()]).toEqual([true, 0]);
    store.fail = true;
    journal.append(draft('d'));
    await journal.settled();
    store.fail = false;
    journal.append(draft('e'));
    await journal.settled();
    expect(store.rows.map((row) => row.record.seq)).toEqual([2, 3, 4, 5]);
  });

  it('sets a record aside with what builds upon it, and leaves no gap', async () => {
    const store = memoryStore();
    const journal = await Journal.open(store, memoryTail());
    const forgotten: string[] = [];
    journal.onAside = ({ scoId }) => forgotten.push(scoId);
    const suspend = (value: string, more: object = {}) => ({ ...draft(value), element: 'cmi.suspend_data', ...more });
    journal.begin(1);
    const drafts = [suspend('whole'), suspend('x', { cut: [1, 1] }), draft('place'), suspend('y', { cut: [2, 0] }), suspend('z', { cut: [0, 0], scoId: 'b' }), suspend('whole again'), suspend('w', { cut: [1, 0] })]; // prettier-ignore
    for (const each of drafts) journal.append(each);
    await journal.settled();
    expect(journal.setAside(1, 2)).toBe(true);
    await journal.settled();
    const written = store.rows.toSorted((a, b) => a.record.seq - b.record.seq).map(({ record }) => record);
    expect(written.map(({ value, result }) => `${value} ${result}`)).toEqual(['whole true', 'x false', 'place true', 'y false', 'z true', 'whole again true', 'w true']); // prettier-ignore
    expect(written[1]).toEqual({ seq: 2, t: 1, kind: 'set', scoId: 'a', element: 'cmi.suspend_data', value: 'x', result: 'false', errorCode: 391 }); // prettier-ignore
    expect(journal.pending(1)).toEqual(written);
    expect(store.aside.map(({ record }) => record.seq)).toEqual([2, 4]);
    expect([journal.aside, forgotten, journal.setAside(1, 2)]).toEqual([2, ['a'], false]);
  });
});

it('what no lease can place keeps nothing else back, and is handed over under the next one', async () => {
  const journal = await Journal.open(memoryStore([entry(4, 2), entry(3, 1), entry(6, 1)]), memoryTail());
  let newest = 4;
  const commit = ({ epoch, records }: RuntimeCommit): Promise<Outcome> => {
    if (epoch < newest) return Promise.resolve({ kind: 'quarantined', through: records.at(-1)!.seq });
    return Promise.resolve(epoch === newest ? { kind: 'gap', expect: 1 } : { kind: 'unknown-lease' });
  };
  const line = { runtime: { commit } };
  expect(await drainAll(line, journal, false)).toBe('set-aside');
  expect(journal.epochs()).toEqual([4, 6]);
  newest = 5;
  await handOver(line, journal, newest);
  expect(journal.epochs()).toEqual([6]);
});
