import type { RuntimeRecord, TimelineEntry } from '@aula/contracts';

/** A record, or something else that happened, as the database tells it. */
export interface HappeningRow {
  kind: TimelineEntry['kind'];
  at: string;
  epoch: number | null;
  seq: number | null;
  client_ms: number | null;
  pause_ms: number | null;
  call: RuntimeRecord['kind'] | null;
  sco_id: string | null;
  element: string | null;
  /** The first characters, and how many there are. */
  value: string | null;
  length: number | null;
  partial: boolean | null;
  result: string | null;
  error_code: number | null;
  how: string | null;
  times: number | null;
  /** Who did it, where that is not the learner. */
  by: string | null;
  /** The order of what happened at one instant. */
  place: number;
}

/** How far a reader has come in the two rows of events: records by their number, all else by time. */
export interface Position {
  epoch: number;
  seq: number;
  at: string;
  place: number;
}
export const beginning: Position = { epoch: 0, seq: 0, at: '1900-01-01T00:00:00Z', place: 0 };

/** Two rows of events as one, by the server's clock; records keep their own order among themselves, whatever that clock did. */
export const merged = (records: readonly HappeningRow[], others: readonly HappeningRow[]): HappeningRow[] => {
  const all: HappeningRow[] = [];
  let next = 0;
  for (const record of records) {
    while (next < others.length && others[next]!.at <= record.at) all.push(others[next++]!);
    all.push(record);
  }
  return [...all, ...others.slice(next)];
};

/** The position behind these events. */
export const behind = (start: Position, events: readonly HappeningRow[]): Position => {
  const record = events.findLast(({ kind }) => kind === 'record');
  const other = events.findLast(({ kind }) => kind !== 'record');
  return {
    epoch: record?.epoch ?? start.epoch,
    seq: record?.seq ?? start.seq,
    at: other?.at ?? start.at,
    place: other?.place ?? start.place,
  };
};
