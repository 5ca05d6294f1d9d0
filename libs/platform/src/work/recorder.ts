import { events, type AuditedKind, type EventName, type Items, type JobKind } from '@aula/contracts';

interface OrderOptions {
  /** Not before so many seconds from now, by the database clock. */
  afterSeconds?: number;
}
interface Recorded {
  facts: { name: EventName; items: unknown[] }[];
  orders: { kind: JobKind; subjects: readonly (string | null)[]; afterSeconds: number }[];
  audits: { kind: AuditedKind; action: string; ids: readonly string[] }[];
}

/** What a verb says besides its change; written in the same transaction, at its end. */
export interface Recorder {
  /** Records a fact with its items; an empty batch records nothing. */
  <E extends EventName>(name: E, items: Items<E>): void;
  /** Orders work: one job row per subject. */
  order: (kind: JobKind, subjects: readonly (string | null)[], options?: OrderOptions) => void;
  /** Puts the rows `ids` of an audited kind, as they stand at the transaction's end, into the audit chain. */
  audit: (kind: AuditedKind, action: string, ids: readonly string[]) => void;
  readonly recorded: Recorded;
}

/** A recorder for one transaction, with nothing recorded yet. Recording an item that breaks its contract throws a ZodError. */
export const newRecorder = (): Recorder => {
  const recorded: Recorded = { facts: [], orders: [], audits: [] };
  const record = <E extends EventName>(name: E, items: Items<E>): void => {
    const shape = events[name].item;
    if (items.length > 0) recorded.facts.push({ name, items: items.map((item) => shape.parse(item)) });
  };
  return Object.assign(record, {
    recorded,
    order: (kind: JobKind, subjects: readonly (string | null)[], { afterSeconds = 0 }: OrderOptions = {}) => {
      if (subjects.length > 0) recorded.orders.push({ kind, subjects, afterSeconds });
    },
    audit: (kind: AuditedKind, action: string, ids: readonly string[]) => {
      if (ids.length > 0) recorded.audits.push({ kind, action, ids });
    },
  });
};
