import type { EntityManager } from '@mikro-orm/postgresql';
import type { ScoResult } from '@aula/scorm';
import { row, rows, type Statements } from '@aula/platform';
import { typedColumns, type ScoRow } from './sco.entity.js';
import { fromStored, fromStoredJson } from './text.entity.js';

/** An attempt as a commit or a lease needs it. */
export interface AttemptRow extends ScoResult {
  id: string;
  enrollment_id: string;
  unit_id: string;
  person_id: string;
  package_id: string;
  epoch: number;
  last_seq: number;
  leased_by: string | null;
  open_sco: string | null;
  /** Of its rare elements, never less than there are. */
  rare_units: number;
  /** Somebody committed or leased within the last two minutes and has not said goodbye. */
  busy: boolean;
  /** Whoever had it last did not say goodbye: a crash, a lost line, a closed lid. */
  unclosed: boolean;
}

/** Locks attempts in the order of their ids, so that two batches never wait for each other. */
export const lockAttempts = async (on: Statements, ids: readonly string[]): Promise<AttemptRow[]> => {
  const locked = await rows<AttemptRow>(
    on,
    {
      name: 'lock-attempts',
      text: `select id, enrollment_id, unit_id, person_id, package_id, epoch, last_seq, leased_by, open_sco, completion, success, scaled, progress,
         seconds, rare_units, coalesce(busy_until > clock_timestamp(), false) as busy, busy_until is not null as unclosed
       from content.attempt where id = any($1::uuid[]) order by id for no key update`,
    },
    [ids],
  );
  for (const each of locked) if (each.open_sco !== null) each.open_sco = fromStored(each.open_sco);
  return locked;
};

/** Every column of an item's row; a missing one does not compile. */
export const scoColumns = [
  'attempt_id',
  'sco_id',
  'visit',
  'visits',
  'earlier_seconds',
  'attempt_from',
  'latched_completed',
  'latched_passed',
  ...typedColumns,
  'completion',
  'success',
  'scaled',
  'progress',
  'seconds',
] as const satisfies readonly (keyof ScoRow)[];

/** The stored rows of some items. Run after the lock, in a statement of its own: only then does it see what the lock waited for. */
export const scosOf = (on: Statements, keys: readonly { attemptId: string; scoId: string }[]): Promise<ScoRow[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : rows(
        on,
        {
          name: 'scos',
          text: `select ${scoColumns.map((column) => `s.${column}`).join(', ')}
           from unnest($1::uuid[], $2::text[]) as k(attempt_id, sco_id) join content.sco s using (attempt_id, sco_id)`,
        },
        [keys.map((key) => key.attemptId), keys.map((key) => key.scoId)],
      );

/** All items of one attempt. */
export const allScosOf = (em: EntityManager, attemptId: string): Promise<ScoRow[]> =>
  rows(em, `select ${scoColumns.join(', ')} from content.sco where attempt_id = $1`, [attemptId]);

/** The results of all items of some attempts. */
export const resultsOf = (
  on: Statements,
  attemptIds: readonly string[],
): Promise<(ScoResult & { attempt_id: string; sco_id: string })[]> =>
  attemptIds.length === 0
    ? Promise.resolve([])
    : rows(
        on,
        {
          name: 'results',
          text: `select attempt_id, sco_id, completion, success, scaled, progress, seconds from content.sco where attempt_id = any($1::uuid[])`,
        },
        [attemptIds],
      );

interface HeldRow {
  attempt_id: string;
  seq: number;
  client_ms: number;
  kind: string;
  sco_id: string;
}

/** Records that are held already, as far as it tells one from another of its number. Run after the lock, as {@link scosOf}. */
export const heldOf = async (on: Statements, keys: readonly { attemptId: string; epoch: number; seq: number }[]): Promise<HeldRow[]> => {
  if (keys.length === 0) return [];
  const held = await rows<HeldRow>(
    on,
    {
      name: 'held',
      text: `select r.attempt_id, r.seq, r.client_ms, r.kind, r.sco_id
       from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as k(attempt_id, epoch, seq) join content.record r using (attempt_id, epoch, seq)`,
    },
    [keys.map((key) => key.attemptId), keys.map((key) => key.epoch), keys.map((key) => key.seq)],
  );
  return held.map((each) => ({ ...each, sco_id: fromStored(each.sco_id) }));
};

/** Suspend data of some items. */
export const suspendDataOf = async (
  on: Statements,
  keys: readonly { attemptId: string; scoId: string }[],
): Promise<{ attempt_id: string; sco_id: string; data: string }[]> => {
  if (keys.length === 0) return [];
  const found = await rows<{ attempt_id: string; sco_id: string; data: string }>(
    on,
    {
      name: 'suspend-data',
      text: `select s.attempt_id, s.sco_id, s.data
       from unnest($1::uuid[], $2::text[]) as k(attempt_id, sco_id) join content.suspend_data s using (attempt_id, sco_id)`,
    },
    [keys.map((key) => key.attemptId), keys.map((key) => key.scoId)],
  );
  return found.map((each) => ({ ...each, data: fromStored(each.data) }));
};

interface RestRow {
  sco_id: string;
  elements: Record<string, string>;
  data: string | null;
}

/** Rare elements and suspend data of all items of one attempt. */
export const restOf = async (em: EntityManager, attemptId: string): Promise<RestRow[]> =>
  (
    await rows<RestRow>(
      em,
      `select sco_id, coalesce(e.elements, '{}') as elements, d.data
     from content.sco s left join content.sco_data e using (attempt_id, sco_id) left join content.suspend_data d using (attempt_id, sco_id)
     where s.attempt_id = $1 and (e.elements is not null or d.data is not null)`,
      [attemptId],
    )
  ).map(fromStoredJson);

/** UTF-16 units that the rare elements of some attempts come to, counted. */
export const rareUnitsOf = async (on: Statements, attemptIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const counted = await rows<{ attempt_id: string; units: number }>(
    on,
    `select attempt_id, sum(length(elements::text)) as units from content.sco_data where attempt_id = any($1::uuid[]) group by attempt_id`,
    [attemptIds],
  );
  return new Map(counted.map(({ attempt_id, units }) => [attempt_id, Number(units)]));
};

/** The learner as content is told: id, `Family, Given`, language. */
export const learnerOf = (em: EntityManager, personId: string): Promise<{ id: string; name: string; language: string } | undefined> =>
  row(em, `select id, family_name || ', ' || given_name as name, language from identity.pub_person where id = $1`, [personId]);

/** How a lease came about. */
export type LeaseOrigin = 'first' | 'same-device' | 'other-device' | 'after-break' | 'taken-over';

/** Writes a lease: the next epoch, whose records count from 1. */
export const writeLease = (
  em: EntityManager,
  attemptId: string,
  leasedBy: string,
  how: LeaseOrigin,
): Promise<{ epoch: number } | undefined> =>
  row(
    em,
    `with leased as (
       update content.attempt set epoch = epoch + 1, last_seq = 0, leased_at = clock_timestamp(), leased_by = $2,
         busy_until = clock_timestamp() + interval '2 minutes'
       where id = $1 and retracted_at is null returning id, epoch),
     noted as (insert into content.lease (attempt_id, epoch, how) select id, epoch, $3 from leased)
     select epoch from leased`,
    [attemptId, leasedBy, how],
  );
