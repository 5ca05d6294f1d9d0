/**
 * One line of the player's journal. `seq` counts 1, 2, … within a lease.
 * - `init`, `term`: the content called Initialize or Terminate (1.2: LMSInitialize, LMSFinish). The value of a `term` is the player's own
 *   word on what the item came to, evidence for comparison; it never changes state.
 * - `set`: a raw SetValue call; `result` and `errorCode` are what the API answered, so refused values are on record too.
 * - `snap`: the player's own view of the data, evidence for comparison; never changes state.
 * - `nav`: the player itself. `element` is `open` when it opened the item (`value` `anew`: in a new attempt, with fresh data) and `leave`
 *   when the learner left it, so that content which never calls the API is followed as well; `begin` and `request` steer sequencing (see
 *   `foldSequencing`); other elements are ignored.
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

/**
 * How the present or last visit to a SCO stands. `open`: opened by the player, the content has not called Initialize (yet).
 * `running`: initialised. `left`: the learner left without Terminate. `terminated`: ended by the content.
 * A visit still `open` or `running` when the next lease begins was cut off (crash, lost network, closed lid).
 */
export type Visit = 'none' | 'open' | 'running' | 'left' | 'terminated';

/** The runtime data of one SCO. */
export type ScoState = {
  /** Data model element → value as the content wrote it, always a string, e.g. `cmi.core.lesson_location` → `7`. */
  elements: Record<string, string>;
  visit: Visit;
  visits: number;
  /** Session times, in seconds to 0.01, of the visits before the present or last one (see `totalSeconds`). */
  earlierSeconds: number;
  /** Of those, the seconds before the present attempt on the activity (sequenced 2004); absent: none. */
  attemptFrom?: number;
  /** Reported at least once; never taken back within the attempt. */
  latched: { completed: boolean; passed: boolean };
};
