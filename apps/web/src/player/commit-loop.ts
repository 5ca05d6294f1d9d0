import type { RuntimeCommit, RuntimeRecord } from '@aula/contracts';
import { backoff } from './backoff.js';
import { byteLength } from './bytes.js';
import type { Journal } from './journal.js';
import type { Outcome } from './protocol.js';

/** Time and chance, handed in so that tests repeat. */
export interface Surroundings {
  after(ms: number, work: () => void): () => void;
  /** 0 ≤ chance < 1. */
  chance(): number;
  nonce(): string;
}

type Ending =
  /** Another device or tab has a newer lease: what was sent since is kept aside. */
  | 'taken-over'
  /** The token opens nothing any more; the journal keeps what is left. */
  | 'refused'
  /** The enrollment was withdrawn: what is left is handed over to be kept aside. */
  | 'withdrawn'
  /** The server expects a record that this device no longer has. */
  | 'gap';

export interface LoopState {
  sending: boolean;
  /** Failed tries in a row. */
  failures: number;
  ended: Ending | null;
}

/** Batches of a commit; the body of one that leaves with the page stays below what browsers let through. */
const batchRecords = 400;
const batchBytes = 200_000;
const leavingBytes = 60_000;
const eager = 32_000;
const pause = 1_500;
const soon = 100;
const withdrawn = 'content.enrollment-withdrawn';

/** Sends the records of one lease, oldest first, one request at a time, until the server holds them all. */
export class CommitLoop {
  readonly state: LoopState = { sending: false, failures: 0, ended: null };
  private cancelTimer: (() => void) | null = null;
  /** Something that matters, or much, waits for the next batch. */
  private pressing = false;
  private bytes = batchBytes;
  private from = 0;
  /** After a withdrawal the server keeps aside what it is sent. */
  private keptAside = false;
  /** What the browser was handed with the page leaving, and has not answered for. */
  private handed: { through: number; bytes: number }[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly journal: Journal,
    private readonly epoch: number,
    private readonly send: (commit: RuntimeCommit, leaving: boolean) => Promise<Outcome>,
    private readonly around: Surroundings,
  ) {}

  /** A record was appended: sends it with the next batch, at once when it matters or much is waiting. */
  noticed(record: RuntimeRecord): void {
    const presses = !this.pressing && (matters(record) || this.journal.waiting(this.epoch).bytes >= eager);
    this.pressing ||= presses;
    if (this.state.sending || this.state.failures > 0) return;
    if (!this.cancelTimer || presses) this.schedule(this.pressing ? soon : pause);
  }

  /** Tries now: the line came back, the page is shown again, or someone asked. */
  kick(): void {
    if (!this.state.sending) this.schedule(0);
  }

  /**
   * The page may be going: hands the oldest records to the browser, which sends them even when the page is gone. Marks nothing as sent.
   * What browsers let through is shared by all such requests, so a second one repeats the first only where there is room for both.
   */
  leave(): void {
    if (this.isShut()) return;
    const room = leavingBytes - this.handed.reduce((sum, each) => sum + each.bytes, 0);
    const through = this.handed.at(-1)?.through ?? 0;
    const whole = this.journal.waiting(this.epoch).bytes <= room;
    const records = this.journal.batch(this.epoch, batchRecords, room, whole ? 0 : through + 1);
    const last = records.at(-1);
    if (!last || (last.seq <= through && this.handed.length > 0)) return;
    const handed = { through: last.seq, bytes: byteLength(JSON.stringify(records)) };
    if (handed.bytes > room) return;
    this.handed.push(handed);
    void this.send({ epoch: this.epoch, nonce: this.around.nonce(), records }, true).then((outcome) => {
      this.handed = this.handed.filter((each) => each !== handed);
      this.settle(outcome, false);
    });
  }

  /** True once the server holds everything; false when `ms` have passed or nothing more can be sent. */
  drained(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (result: boolean): void => {
        this.listeners.delete(look);
        cancel();
        resolve(result);
      };
      const look = (): void => {
        if (this.journal.waiting(this.epoch).count === 0) done(true);
        else if (this.isShut() || this.state.ended === 'gap') done(false);
      };
      const cancel = this.around.after(ms, () => done(false));
      this.listeners.add(look);
      this.kick();
      look();
    });
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  stop(): void {
    this.cancelTimer?.();
    this.cancelTimer = null;
    this.listeners.clear();
  }

  private schedule(ms: number): void {
    this.cancelTimer?.();
    this.cancelTimer = this.around.after(ms, () => {
      this.cancelTimer = null;
      void this.turn();
    });
  }

  private async turn(): Promise<void> {
    if (this.state.sending || this.isShut() || this.state.ended === 'gap') return;
    if (this.journal.log) {
      this.state.sending = true;
      await this.journal.settled();
      this.state.sending = false;
    }
    const records = this.journal.batch(this.epoch, batchRecords, this.bytes, this.from);
    if (records.length === 0) return this.changed();
    this.state.sending = true;
    this.pressing = false;
    this.changed();
    const outcome = await this.send({ epoch: this.epoch, nonce: this.around.nonce(), records }, false);
    this.state.sending = false;
    this.settle(outcome, true);
  }

  private settle(outcome: Outcome, ownTurn: boolean): void {
    if (outcome.kind === 'acknowledged' || outcome.kind === 'quarantined') this.held(outcome);
    else if (outcome.kind === 'refused') this.refused(outcome);
    else if (outcome.kind === 'gap') this.rewind(outcome.expect);
    else if (ownTurn && outcome.kind === 'too-large' && this.bytes > 1_000) this.bytes /= 2;
    else if (ownTurn) this.state.failures++;
    if (ownTurn && !this.isShut() && this.state.ended !== 'gap') this.next(outcome);
    this.changed();
  }

  /** The token opens nothing any more, and nothing is kept aside either. */
  private isShut(): boolean {
    return this.state.ended === 'refused' || (this.state.ended === 'withdrawn' && !this.keptAside);
  }

  private refused({ code, through }: { code: string; through?: number }): void {
    this.state.ended = code === withdrawn ? 'withdrawn' : 'refused';
    this.keptAside = through !== undefined;
    if (through === undefined) return;
    this.state.failures = 0;
    this.journal.acknowledge(this.epoch, through);
  }

  private held(outcome: { kind: 'acknowledged' | 'quarantined'; through: number }): void {
    this.state.failures = 0;
    this.bytes = batchBytes;
    this.from = 0;
    if (outcome.kind === 'quarantined') this.state.ended = 'taken-over';
    this.journal.acknowledge(this.epoch, outcome.through);
  }

  private rewind(expect: number): void {
    const oldest = this.journal.batch(this.epoch, 1, 1)[0];
    if (oldest && oldest.seq > expect) this.state.ended = 'gap';
    else if (this.from === expect) this.state.failures++;
    this.from = expect;
  }

  private next(outcome: Outcome): void {
    const left = this.journal.waiting(this.epoch).bytes;
    if (left === 0) return;
    if (this.state.failures > 0) {
      const named = outcome.kind === 'failed' ? (outcome.retryAfter ?? 0) : 0;
      return this.schedule(Math.max(named, backoff(this.state.failures, this.around.chance())));
    }
    const atOnce = this.pressing || left >= eager || outcome.kind !== 'acknowledged';
    this.schedule(atOnce ? 0 : pause);
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

const urgentElements = /\.(lesson_status|completion_status|success_status|exit|result|raw|scaled|request)$/;

/** Whether a record is to be sent at once: a status, a score, an answer's result, the end of a visit. */
export const matters = (record: RuntimeRecord): boolean =>
  record.kind === 'term' || record.kind === 'nav' || (record.kind === 'set' && urgentElements.test(record.element ?? ''));
