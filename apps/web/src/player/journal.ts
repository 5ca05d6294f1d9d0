import type { RuntimeRecord } from '@aula/contracts';
import { backoff } from './backoff.js';
import { byteLength } from './bytes.js';
import { dependents, standIn } from './set-aside.js';

/** A record with the lease it belongs to. */
export interface Entry {
  epoch: number;
  record: RuntimeRecord;
}

/** Where the journal survives a closed tab, a killed browser and a lost line. */
export interface JournalStore {
  load(): Promise<Entry[]>;
  /** Resolves once the entries are durable on this device. */
  put(entries: Entry[]): Promise<void>;
  remove(epoch: number, through: number): Promise<void>;
  /** Keeps for good what the server cannot read. */
  setAside(entries: Entry[]): Promise<void>;
}

/** A synchronous second copy of what the store has not confirmed yet: it covers a crash within those milliseconds. */
export interface JournalTail {
  add(entry: Entry): void;
  remove(entries: Entry[]): void;
  entries(): Entry[];
}

/** Where the records of a kept course stay once the server holds them: without a line the course is what they amount to. */
export interface RecordLog {
  add(entries: Entry[]): Promise<void>;
}

export type Draft = Omit<RuntimeRecord, 'seq'>;

interface Line extends Entry {
  bytes: number;
  durable: boolean;
  /** The server holds it: nothing of it is to be written any more. */
  held: boolean;
  /** It stands in the place of a record that the server could not read. */
  stands: boolean;
}

/**
 * The player's journal: every record from the moment it is made until the server holds it (acknowledged or quarantined). Appending is
 * synchronous, because SCORM is; durability follows within milliseconds and is told apart from it (`undurable`).
 */
export class Journal {
  private lines: Line[] = [];
  private unwritten: Line[] = [];
  private epoch = 0;
  private seq = 0;
  private writing: Promise<void> | null = null;
  /** Times in a row that the store refused. */
  private refusals = 0;
  private readonly listeners = new Set<() => void>();
  /** False when the device refuses to store: then nothing counts as saved before the server has it. */
  keeps = true;
  /** Of a kept course. Its records are sent only once this device has them: a lease goes on here after a crash, and its numbers with it. */
  log: RecordLog | null = null;
  /** Records of this visit that the server could not read. */
  aside = 0;
  /** Hears of such a record: later ones must not build upon it. */
  onAside: (record: RuntimeRecord) => void = () => undefined;

  private constructor(
    private readonly store: JournalStore,
    private readonly tail: JournalTail,
    private readonly after: (ms: number, work: () => void) => unknown,
  ) {}

  /** Opens the journal with what earlier visits left behind. */
  static async open(
    store: JournalStore,
    tail: JournalTail,
    after: (ms: number, work: () => void) => unknown = (ms, work) => setTimeout(work, ms),
  ): Promise<Journal> {
    const journal = new Journal(store, tail, after);
    let stored: Entry[] = [];
    try {
      stored = await store.load();
    } catch {
      journal.keeps = false;
    }
    const known = new Set(stored.map(keyOf));
    const onlyInTail = tail.entries().filter((entry) => !known.has(keyOf(entry)));
    journal.lines = [...stored.map((entry) => line(entry, true)), ...onlyInTail.map((entry) => line(entry, false))].sort(inOrder);
    journal.write(journal.lines.filter((each) => !each.durable));
    return journal;
  }

  /** Starts the records of a lease: `seq` counts from 1, or goes on after those that this device knows of. */
  begin(epoch: number, seq = 0): void {
    this.epoch = epoch;
    this.seq = seq;
  }

  /** Takes a record in, at once; durable a few milliseconds later. */
  append(draft: Draft): RuntimeRecord {
    if (this.epoch === 0) throw new Error('no lease has begun');
    const record: RuntimeRecord = { seq: ++this.seq, ...draft };
    const added = line({ epoch: this.epoch, record }, false);
    this.lines.push(added);
    this.tail.add(added);
    this.write([added]);
    this.changed();
    return record;
  }

  /** The records of `epoch` that the server does not hold yet, oldest first. */
  pending(epoch: number): RuntimeRecord[] {
    return this.lines.filter((each) => each.epoch === epoch).map(({ record }) => record);
  }

  /** Epochs with records that the server does not hold yet, oldest first. */
  epochs(): number[] {
    return [...new Set(this.lines.map((each) => each.epoch))].sort((a, b) => a - b);
  }

  /** The oldest unacknowledged records of `epoch` from `from` on, contiguous, at most `limit` of them and `bytes` in all, but at least one. */
  batch(epoch: number, limit: number, bytes: number, from = 0): RuntimeRecord[] {
    const taken: RuntimeRecord[] = [];
    let room = bytes;
    for (const each of this.lines) {
      if (each.epoch !== epoch || each.record.seq < from) continue;
      const last = taken.at(-1);
      const fits = taken.length === 0 || (each.bytes <= room && taken.length < limit);
      if (!fits || (last && each.record.seq !== last.seq + 1)) break;
      taken.push(each.record);
      room -= each.bytes;
    }
    return taken;
  }

  /** Forgets the records of `epoch` up to `through`: the server holds them. */
  acknowledge(epoch: number, through: number): void {
    const held = (each: Line): boolean => each.epoch === epoch && each.record.seq <= through;
    const gone = this.lines.filter(held);
    if (gone.length === 0) return;
    for (const each of gone) each.held = true;
    this.lines = this.lines.filter((each) => !held(each));
    this.tail.remove(gone);
    // A record that is deleted late is sent again at the next launch and skipped by the server.
    void this.afterWriting(() => this.putAway(gone, through)).catch(() => undefined);
    this.changed();
  }

  /**
   * Puts a record that the server cannot read aside, and something that it can read into its place, since numbers may have no gap. What
   * builds upon it goes with it. False: what stands there has been put there already.
   */
  setAside(epoch: number, seq: number): boolean {
    const found = this.lines.find((each) => each.epoch === epoch && each.record.seq === seq);
    if (!found || found.stands) return false;
    const later = this.lines.filter((each) => each.epoch === epoch && each.record.seq > seq);
    const gone = new Set([found, ...dependents(found.record, later)]);
    const stands = (each: Line): Line => ({ ...line({ epoch, record: standIn(each.record) }, false), stands: true });
    const changed = [...gone].map((each) => [each, stands(each)] as const);
    const places = new Map(changed);
    this.lines = this.lines.map((each) => places.get(each) ?? each);
    this.aside += gone.size;
    void this.afterWriting(() => this.store.setAside([...gone].map(({ record }) => ({ epoch, record })))).catch(() => undefined);
    for (const [each, other] of changed) {
      each.held = true;
      this.tail.add(other);
    }
    this.write([...places.values()]);
    this.onAside(found.record);
    this.changed();
    return true;
  }

  /** How many records, and bytes, the server does not hold yet; of one epoch or of all. */
  waiting(epoch?: number): { count: number; bytes: number } {
    const lines = epoch === undefined ? this.lines : this.lines.filter((each) => each.epoch === epoch);
    return { count: lines.length, bytes: lines.reduce((sum, each) => sum + each.bytes, 0) };
  }

  /** How many waiting records this device has not confirmed yet. */
  undurable(): number {
    return this.lines.filter((each) => !each.durable).length;
  }

  /** Resolves when everything appended so far is durable on this device, or cannot be. */
  async settled(): Promise<void> {
    while (this.writing) await this.writing;
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  private write(lines: Line[]): void {
    this.unwritten.push(...lines);
    if (!this.writing && this.unwritten.length > 0) {
      this.writing = Promise.resolve()
        .then(() => this.writeAll())
        .finally(() => (this.writing = null));
    }
  }

  /** What the store refuses waits for the next record, or for a pause: the device may have room again. */
  private async writeAll(): Promise<void> {
    while (this.unwritten.length > 0) {
      const lines = this.unwritten.splice(0).filter(({ held }) => !held);
      try {
        await this.store.put(lines.map(({ epoch, record }) => ({ epoch, record })));
        for (const each of lines) each.durable = true;
        this.tail.remove(lines);
        this.keeps = true;
        this.refusals = 0;
      } catch {
        this.keeps = false;
        this.unwritten.unshift(...lines);
        this.after(backoff(++this.refusals, 0.5), () => this.write([]));
        return this.changed();
      }
      this.changed();
    }
  }

  /** First into the log, then out of the journal: a crash between the two leaves a record in both. */
  private async putAway(gone: Line[], through: number): Promise<void> {
    await this.log?.add(gone);
    const [first] = gone;
    if (first) await this.store.remove(first.epoch, through);
  }

  private async afterWriting(work: () => Promise<void>): Promise<void> {
    await this.settled();
    await work();
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

const keyOf = ({ epoch, record }: Entry): string => `${epoch}:${record.seq}`;
const line = (entry: Entry, durable: boolean): Line => ({
  ...entry,
  bytes: byteLength(JSON.stringify(entry.record)) + 1,
  durable,
  held: false,
  stands: false,
});
const inOrder = (a: Entry, b: Entry): number => a.epoch - b.epoch || a.record.seq - b.record.seq;
