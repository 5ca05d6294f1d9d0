import { Observed } from '../../../lib/observed.js';
import type { AnswerResponse } from '@aula/contracts';

/** `saving`: on its way; `waiting`: kept on this device, tried again later; `refused`: the server will not take it. */
export type SaveState = 'saved' | 'saving' | 'waiting' | 'refused';

export interface Ports {
  /** Sends one answer; gives the highest sequence the server now holds for the question. */
  send: (questionId: string, sequence: number, response: AnswerResponse) => Promise<number>;
  /** Whether a failed sending may succeed later. */
  passing: (reason: unknown) => boolean;
  /** What this device remembers over a reload; may fail silently. */
  memory: { read: () => string | null; write: (text: string | null) => void };
  /** Runs `act` after so many milliseconds; gives what calls it off. */
  later: (act: () => void, milliseconds: number) => () => void;
}

interface Entry {
  response: AnswerResponse;
  sequence: number;
  state: SaveState;
  /** On its way. A further try stays `waiting` for the eye: a line that comes and goes must not flicker. */
  flying: boolean;
  reason?: unknown;
}

/** How one answer stands, as the server told it when the attempt was opened. */
export interface Known {
  id: string;
  response: AnswerResponse;
  sequence: number;
}

const delays = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;

/**
 * The answers of one attempt on their way to the server. An answer is written to this device before it is sent and forgotten there
 * only when the server acknowledged it; while the line is down it waits and is tried again. Only the newest answer to a question is
 * ever sent, one at a time, with a sequence that grows: the server keeps the highest.
 */
export class Outbox extends Observed {
  private readonly entries = new Map<string, Entry>();
  private tries = 0;
  private callOff: (() => void) | undefined;

  constructor(
    known: readonly Known[],
    private readonly ports: Ports,
  ) {
    super();
    for (const { id, response, sequence } of known) this.entries.set(id, { response, sequence, state: 'saved', flying: false });
    for (const kept of this.remembered()) this.takeUp(kept);
    this.sendAll();
  }

  /** The person answers: kept, shown and sent. */
  answer(questionId: string, response: AnswerResponse): void {
    const before = this.entries.get(questionId);
    const flying = before?.flying ?? false;
    const state = before?.state === 'waiting' ? 'waiting' : 'saving';
    this.entries.set(questionId, { response, sequence: (before?.sequence ?? 0) + 1, state, flying });
    this.remember();
    if (!flying) void this.send(questionId);
    this.changed();
  }

  response(questionId: string): AnswerResponse {
    return this.entries.get(questionId)?.response ?? null;
  }

  state(questionId: string): SaveState {
    return this.entries.get(questionId)?.state ?? 'saved';
  }

  /** The worst state among all answers: what the person should know about the whole attempt. */
  overall(): SaveState {
    const states = new Set([...this.entries.values()].map(({ state }) => state));
    return (['refused', 'waiting', 'saving'] as const).find((state) => states.has(state)) ?? 'saved';
  }

  /** Why the server refused an answer; undefined while it refused none. */
  refusal(): unknown {
    return [...this.entries.values()].find(({ state }) => state === 'refused')?.reason;
  }

  /** The line is back, or somebody asks: what waits is sent now. */
  retry(): void {
    this.tries = 0;
    this.sendAll();
  }

  /** Stops trying; what is not saved stays on this device. */
  close(): void {
    this.callOff?.();
    this.callOff = undefined;
  }

  private takeUp({ id, response, sequence }: Known): void {
    const saved = this.entries.get(id);
    if (!saved || sequence < saved.sequence) return; // answered later, elsewhere
    if (sequence === saved.sequence && same(response, saved.response)) return; // arrived, only its acknowledgement did not
    this.entries.set(id, { response, sequence: Math.max(sequence, saved.sequence + 1), state: 'waiting', flying: false });
  }

  private sendAll(): void {
    this.callOff?.();
    this.callOff = undefined;
    for (const [id, { state, flying }] of this.entries) if (state === 'waiting' && !flying) void this.send(id);
  }

  private async send(id: string): Promise<void> {
    const entry = this.entries.get(id);
    if (!entry) return;
    this.put(id, { ...entry, flying: true });
    try {
      const held = await this.ports.send(id, entry.sequence, entry.response);
      this.tries = 0;
      this.acknowledged(id, entry.sequence, held);
    } catch (reason) {
      this.failed(id, entry.sequence, reason);
    }
  }

  private acknowledged(id: string, sent: number, held: number): void {
    const now = this.entries.get(id);
    if (!now) return;
    if (now.sequence === sent && held <= sent) {
      this.put(id, { ...now, state: 'saved', flying: false });
      this.remember();
      return;
    }
    // answered again meanwhile, or another window had counted further: the newest goes out with a higher number
    this.put(id, { ...now, sequence: Math.max(now.sequence, held > sent ? held + 1 : 0) });
    void this.send(id);
  }

  private failed(id: string, sent: number, reason: unknown): void {
    const now = this.entries.get(id);
    if (!now) return;
    if (this.ports.passing(reason)) {
      this.put(id, { ...now, state: 'waiting', flying: false });
      this.retryLater();
    } else if (now.sequence === sent) {
      this.put(id, { ...now, state: 'refused', flying: false, reason });
    } else {
      void this.send(id);
    }
  }

  private retryLater(): void {
    if (this.callOff) return;
    const delay = delays[Math.min(this.tries, delays.length - 1)] ?? 30_000;
    this.tries += 1;
    this.callOff = this.ports.later(() => {
      this.sendAll();
    }, delay);
  }

  private put(id: string, entry: Entry): void {
    this.entries.set(id, entry);
    this.changed();
  }

  private remember(): void {
    const unsaved = [...this.entries].flatMap(([id, { response, sequence, state }]) =>
      state === 'saved' ? [] : [{ id, response, sequence }],
    );
    this.ports.memory.write(unsaved.length > 0 ? JSON.stringify(unsaved) : null);
  }

  private remembered(): Known[] {
    try {
      const kept: unknown = JSON.parse(this.ports.memory.read() ?? '[]');
      return Array.isArray(kept) ? (kept as Known[]) : [];
    } catch {
      return []; // half a write of a device that went out
    }
  }
}

const same = (a: AnswerResponse, b: AnswerResponse): boolean => JSON.stringify(a) === JSON.stringify(b);
