/**
 * One line of the player's journal. `seq` counts 1, 2, … within a lease.
 * - `init`, `term`: the content called Initialize or Terminate (1.2: LMSInitialize, LMSFinish).
 * - `set`: a raw SetValue call; `result` and `errorCode` are what the API answered, so refused values are on record too.
 * - `snap`: the player's own view, evidence for comparison; never changes state.
 * - `nav`: the player itself: `element` is `open` when it opened the item and `leave` when the learner left it. Content that never
 *   calls the API is known by these alone.
 */
export type RuntimeRecord = {
  seq: number;
  kind: 'init' | 'set' | 'term' | 'snap' | 'nav';
  /** Identifier of the manifest item. */
  scoId: string;
  element?: string | null;
  value?: string | null;
  result?: string | null;
  errorCode?: number | null;
};

/** The runtime data of one attempt: what the records say, in order. Plain JSON. */
export type CmiState = {
  /** Last `seq` that was folded in, of the current lease; 0 when a lease begins (see `beginLease`). */
  lastSeq: number;
  /** By item identifier. */
  scos: Record<string, ScoState>;
};

/** The runtime data of one SCO. */
export type ScoState = {
  /** Data model element → value as the content wrote it, always a string, e.g. `cmi.core.lesson_location` → `7`. */
  elements: Record<string, string>;
  /** How often the player opened it or, without such a record, how often the content called Initialize. */
  visits: number;
  /** `open`: the last visit has not ended, or ended without a word (crash). `left`: the learner left without Terminate. */
  visit: 'none' | 'open' | 'left' | 'terminated';
  /** The content called Initialize at least once. */
  initialized: boolean;
  /** Seconds over all visits that ended, from the content's own session_time, to 0.01. */
  totalSeconds: number;
  /** Once reported, never taken back within the attempt. */
  latched: { completed: boolean; passed: boolean };
};
