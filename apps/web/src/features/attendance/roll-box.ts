import { Observed } from '../../lib/observed.js';
/** `saving`: on its way; `waiting`: kept on this device, tried again later; `refused`: the server will not take it. */
export type SaveState = 'saved' | 'saving' | 'waiting' | 'refused';

export interface Ports {
  /** Puts these people down as present, or takes them off; ends when the server has it. */
  send: (ids: string[], attended: boolean) => Promise<void>;
  /** Whether a failed sending may succeed later. */
  passing: (reason: unknown) => boolean;
  /** What this device remembers over a reload; may fail silently. */
  memory: { read: () => string | null; write: (text: string | null) => void };
  /** Runs `act` after so many milliseconds; gives what calls it off. */
  later: (act: () => void, milliseconds: number) => () => void;
}

/** What somebody was before a mark. */
export interface Marked {
  id: string;
  present: boolean;
}

const delays = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;
/** The contract's most per request. */
const chunk = 1_000;

/**
 * The marks of one session on their way to the server. A mark is written to this device before it is sent and forgotten there only
 * when the server acknowledged it; while the line is down it waits and is tried again. One request at a time, and of each person only
 * the newest mark: the server's answer to a repetition is the same.
 */
export class RollBox extends Observed {
  private readonly wishes: Map<string, boolean>;
  private readonly past: Marked[][] = [];
  private flying = false;
  private failed = false;
  private reason: unknown;
  private tries = 0;
  private callOff: (() => void) | undefined;

  constructor(private readonly ports: Ports) {
    super();
    this.wishes = new Map(this.remembered());
    this.failed = this.wishes.size > 0;
    void this.send();
  }

  /** Whether somebody is present: the mark that waits, else what the server last said. */
  present(id: string, recorded: boolean): boolean {
    return this.wishes.get(id) ?? recorded;
  }

  /** True while the newest mark of a person is not with the server. */
  unsaved(id: string): boolean {
    return this.wishes.has(id);
  }

  /** How many marks are not with the server. */
  waiting(): number {
    return this.wishes.size;
  }

  state(): SaveState {
    if (this.reason !== undefined) return 'refused';
    if (this.wishes.size === 0) return 'saved';
    return this.failed ? 'waiting' : 'saving';
  }

  /** Why the server refused; undefined while it did not. */
  refusal(): unknown {
    return this.reason;
  }

  /** Marks people as present or absent; `people` as they are shown now. Kept, shown and sent; one step for `undo`. */
  mark(people: readonly Marked[], attended: boolean): void {
    const changing = people.filter(({ present }) => present !== attended);
    if (changing.length === 0) return;
    this.past.push(changing);
    this.wish(changing.map(({ id }) => [id, attended]));
  }

  get undoable(): boolean {
    return this.past.length > 0;
  }

  /** Takes the last step back. */
  undo(): void {
    const step = this.past.pop();
    if (step) this.wish(step.map(({ id, present }) => [id, present]));
  }

  /** Gives up what the server refused: the screen shows again what it has. */
  drop(): void {
    this.wishes.clear();
    this.past.length = 0;
    this.reason = undefined;
    this.remember();
    this.changed();
  }

  /** The line is back, or somebody asks: what waits is sent now. */
  retry(): void {
    this.tries = 0;
    this.reason = undefined;
    void this.send();
  }

  /** Stops trying; what is not saved stays on this device. */
  close(): void {
    this.callOff?.();
    this.callOff = undefined;
  }

  private wish(marks: readonly (readonly [string, boolean])[]): void {
    for (const [id, attended] of marks) this.wishes.set(id, attended);
    this.reason = undefined;
    this.remember();
    this.changed();
    if (!this.failed) void this.send();
  }

  private async send(): Promise<void> {
    this.close();
    const [first] = this.wishes;
    if (this.flying || !first) return;
    const attended = first[1];
    const ids = [...this.wishes].flatMap(([id, wished]) => (wished === attended ? [id] : [])).slice(0, chunk);
    this.flying = true;
    const reason = await this.ports.send(ids, attended).then(
      () => undefined,
      (failure: unknown) => failure ?? new Error(),
    );
    this.flying = false;
    if (reason === undefined) this.arrived(ids, attended);
    else this.stopped(reason);
    this.changed();
  }

  private arrived(ids: readonly string[], attended: boolean): void {
    this.failed = false;
    this.tries = 0;
    for (const id of ids) if (this.wishes.get(id) === attended) this.wishes.delete(id);
    this.remember();
    void this.send();
  }

  private stopped(reason: unknown): void {
    if (!this.ports.passing(reason)) {
      this.reason = reason;
      return;
    }
    this.failed = true;
    const delay = delays[Math.min(this.tries, delays.length - 1)] ?? 30_000;
    this.tries += 1;
    this.callOff = this.ports.later(() => void this.send(), delay);
  }

  private remember(): void {
    this.ports.memory.write(this.wishes.size > 0 ? JSON.stringify([...this.wishes]) : null);
  }

  private remembered(): [string, boolean][] {
    try {
      const kept: unknown = JSON.parse(this.ports.memory.read() ?? '[]');
      return Array.isArray(kept) ? (kept as [string, boolean][]) : [];
    } catch {
      return []; // half a write of a device that went out
    }
  }
}
