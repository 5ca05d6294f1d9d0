import type { RestorePointKey } from '@aula/contracts';

/** What a restore point names. */
export type RestorePoint = { kind: 'session' | 'set-aside'; epoch: number } | { kind: 'before'; restorationId: string };

export const pointOf = (key: RestorePointKey): RestorePoint => {
  const [, kind, name = ''] = /^(session|set-aside|before)-(.+)$/.exec(key) ?? [];
  return kind === 'before' ? { kind, restorationId: name } : { kind: kind as 'session' | 'set-aside', epoch: Number(name) };
};

/** The state of an attempt as a number of its own: it changes with every record, lease and restoration. */
export const versionOf = ({ epoch, last_seq }: { epoch: number; last_seq: number }): string => `${epoch}.${last_seq}`;

/** The records of one lease that were set aside, as far as they follow on what the server took from it. */
export const contiguous = <R extends { seq: number }>(records: readonly R[], lastSeq: number): R[] => {
  const sorted = records.toSorted((a, b) => a.seq - b.seq);
  return sorted.filter(({ seq }, at) => seq === lastSeq + 1 + at);
};
