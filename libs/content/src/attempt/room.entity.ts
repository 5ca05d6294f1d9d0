/**
 * Most that is kept live of what content may write at will, in UTF-16 units: suspend data of all items, and rare elements (answers,
 * objectives, comments). Honest packages stay far below; beyond it the records keep what was written, and nothing else does.
 */
const mostSuspended = 2_000_000;
export const mostRare = 4_000_000;
/** As much as the standard's data model takes: an item of a course with very many has room for that, too. */
const mostOfOneValue = 64_000;

/** Most suspend data of one of so many items. */
export const suspendRoom = (items: number): number => Math.max(mostOfOneValue, Math.floor(mostSuspended / Math.max(1, items)));

/** UTF-16 units of the rare elements that some records brought. */
export const rareUnits = (changes: readonly { rest: Readonly<Record<string, string>> }[]): number =>
  changes.reduce((sum, { rest }) => Object.entries(rest).reduce((own, [name, value]) => own + name.length + value.length, sum), 0);

/** Most records that one attempt hands in within a minute, by one process: what a device kept for weeks comes faster than anybody writes. */
const mostRecords = 20_000;
const aMinute = 60_000;

/** Counts the records of each attempt within a minute. */
export class RecordBudget {
  private minute = 0;
  private spent = new Map<string, number>();

  /** Spends; returns the seconds after which there is room again, 0 when there is room now. */
  spend(attemptId: string, records: number, now: number): number {
    const minute = Math.floor(now / aMinute);
    if (minute !== this.minute) [this.minute, this.spent] = [minute, new Map<string, number>()];
    const spent = (this.spent.get(attemptId) ?? 0) + records;
    if (spent > mostRecords) return Math.max(1, Math.ceil(((minute + 1) * aMinute - now) / 1_000));
    this.spent.set(attemptId, spent);
    return 0;
  }
}
