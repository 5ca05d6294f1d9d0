import { Problem } from '../problem.js';
import { isDatabaseAway } from './away.js';

interface Pending<In, Out> {
  item: In;
  resolve: (out: Out) => void;
  reject: (error: unknown) => void;
}
export interface GroupCommitLimits {
  /** Most items of one statement. */
  batch: number;
  /** Most items that wait; one more is refused with 503. */
  waiting: number;
  inFlight: number;
}

/** Serialisation failure, deadlock: the same batch may succeed at once. */
const isPassing = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Many requests, one statement, answers after its commit. A batch is whatever arrived while the batch before it was being written:
 * no timer, so a lone request waits for nothing. `write` gets the items in order of arrival and returns one answer per item; it must
 * run as one transaction. Whatever is wrong with one item, a value that the database refuses or one that `write` itself throws at, is
 * found by halving and rejected alone: the others are not to blame. A database that is away rejects the batch: the result is unknown, and
 * the statement's compare-and-set makes the client's retry harmless.
 */
export class GroupCommit<In, Out> {
  private readonly waiting: Pending<In, Out>[] = [];
  private running = 0;
  private scheduled = false;

  constructor(
    private readonly write: (items: In[]) => Promise<Out[]>,
    private readonly limits: GroupCommitLimits = { batch: 500, waiting: 5_000, inFlight: 1 },
  ) {}

  /** Resolves with the item's answer once it is durable. Problem: unavailable `busy` when too many wait. */
  add(item: In): Promise<Out> {
    if (this.waiting.length >= this.limits.waiting) return Promise.reject(new Problem('unavailable', 'busy', {}, { retryAfter: 2 }));
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.kick();
    });
  }

  private kick(): void {
    if (this.scheduled || this.running >= this.limits.inFlight || this.waiting.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      void this.flush();
    });
  }

  private async flush(): Promise<void> {
    this.running++;
    try {
      await this.settle(this.waiting.splice(0, this.limits.batch), 3);
    } finally {
      this.running--;
      this.kick();
    }
  }

  private async settle(batch: Pending<In, Out>[], tries: number): Promise<void> {
    try {
      const out = await this.write(batch.map((pending) => pending.item));
      batch.forEach((pending, index) => pending.resolve(out[index]!));
    } catch (error) {
      if (isPassing(error) && tries > 1) return this.settle(batch, tries - 1);
      if (batch.length === 1 || isDatabaseAway(error)) return batch.forEach((pending) => pending.reject(error));
      const half = batch.length >> 1;
      await this.settle(batch.slice(0, half), tries);
      await this.settle(batch.slice(half), tries);
    }
  }
}
