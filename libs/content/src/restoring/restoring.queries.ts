import type { EntityManager } from '@mikro-orm/postgresql';
import type { ContentAttemptId, RestorationId, RuntimeRecord } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { firstSequencing, type SharedState } from '../attempt/sequencing.entity.js';
import { fromStored, fromStoredJson, toStoredJson } from '../attempt/text.entity.js';
import type { Situation } from './situation.entity.js';

export interface RestorePointRow {
  point: string;
  kind: 'session' | 'set-aside' | 'before';
  at: string;
  epoch: number;
  records: number;
}

/** The states that an attempt can be given back, newest first: all of its leases but the one whose end is its present state. */
export const restorePointsOf = (em: EntityManager, attemptId: string): Promise<RestorePointRow[]> =>
  rows(
    em,
    `with sessions as (
       select epoch, max(server_at) as at, count(*) as records from content.record where attempt_id = $1 group by epoch),
     present as (
       select case when coalesce((select max(epoch) from content.restoration where attempt_id = $1), 0) < max(epoch) then max(epoch) end as epoch
       from sessions)
     select 'session-' || s.epoch as point, 'session' as kind, s.at, s.epoch, s.records
     from sessions s, present p where s.epoch is distinct from p.epoch
     union all
     select 'set-aside-' || epoch, 'set-aside', max(at), epoch, count(*) from content.quarantine where attempt_id = $1 group by epoch
     union all
     select 'before-' || id, 'before', at, epoch, 0 from content.restoration where attempt_id = $1
     order by at desc, point limit 200`,
    [attemptId],
  );

export interface RestorationRow {
  id: RestorationId;
  epoch: number;
  before: Situation;
  given: Situation;
}
const columns = 'id, epoch, before, given';

/** One restoration of an attempt. */
export const restorationOf = async (em: EntityManager, attemptId: string, id: string): Promise<RestorationRow | undefined> =>
  fromStoredJson(
    await row<RestorationRow>(em, `select ${columns} from content.restoration where attempt_id = $1 and id = $2`, [attemptId, id]),
  );

/** The last restoration whose epoch is not above this one. */
export const restorationUpTo = async (em: EntityManager, attemptId: string, epoch: number): Promise<RestorationRow | undefined> =>
  fromStoredJson(
    await row<RestorationRow>(
      em,
      `select ${columns} from content.restoration where attempt_id = $1 and epoch <= $2 order by epoch desc limit 1`,
      [attemptId, epoch],
    ),
  );

/** What somebody gave back since the last record: the learner is told of it until they go on. */
export const restoredSince = (em: EntityManager, attemptId: string): Promise<{ at: string; reason: string } | undefined> =>
  row(
    em,
    `select at, reason from content.restoration
     where attempt_id = $1 and epoch > coalesce((select max(epoch) from content.record where attempt_id = $1), 0) order by epoch desc limit 1`,
    [attemptId],
  );

/** Keeps what an attempt has before its first lease: it took the place of another. One that begins with nothing has nothing to keep. */
export const keepCarried = async (em: EntityManager, attemptId: string, state: Situation): Promise<void> => {
  const { seed } = firstSequencing(attemptId);
  const hasPath = state.sequencing !== null && state.sequencing.seed !== seed; // chance goes on as in the attempt before
  if (!hasPath && Object.keys(state.scos).length === 0) return;
  await rows(em, `insert into content.carried_state (attempt_id, state) values ($1, $2) on conflict do nothing`, [
    attemptId,
    toStoredJson(state),
  ]);
};

/** What an attempt began with. */
export const carriedState = async (em: EntityManager, attemptId: string): Promise<Situation | undefined> =>
  fromStoredJson(await row<{ state: Situation }>(em, `select state from content.carried_state where attempt_id = $1`, [attemptId]))?.state;

/** Where in the records of an attempt: behind the record `seq` of an epoch. */
export interface Place {
  epoch: number;
  seq: number;
}

/** Keeps what a lease brought into a sequenced attempt; nothing is no row. */
export const keepBrought = async (
  em: EntityManager,
  attemptId: string,
  { epoch, seq, objectives, stores }: Place & SharedState,
): Promise<void> => {
  if (Object.keys(objectives).length + Object.keys(stores).length === 0) return;
  await rows(
    em,
    `insert into content.brought_state as b (attempt_id, epoch, seq, objectives, stores) values ($1, $2, $3, $4, $5)
     on conflict (attempt_id, epoch, seq) do update
     set objectives = b.objectives || excluded.objectives, stores = b.stores || excluded.stores`,
    [attemptId, epoch, seq, toStoredJson(objectives), toStoredJson(stores)],
  );
};

/** What leases brought into an attempt after one epoch and up to another, in order. */
export const broughtWithin = async (
  em: EntityManager,
  attemptId: string,
  after: number,
  through: number,
): Promise<(Place & SharedState)[]> =>
  (
    await rows<Place & SharedState>(
      em,
      `select epoch, seq, objectives, stores from content.brought_state
       where attempt_id = $1 and epoch > $2 and epoch <= $3 order by epoch, seq`,
      [attemptId, after, through],
    )
  ).map(fromStoredJson);

interface RecordRow {
  epoch: number;
  seq: number;
  client_ms: number;
  kind: RuntimeRecord['kind'];
  sco_id: string;
  element: string | null;
  value: string | null;
  cut_head: number | null;
  cut_foot: number | null;
  result: string | null;
  error_code: number | null;
}

/** Records of an attempt between two places, in their order, `limit` of them. */
export const recordsUpTo = async (
  em: EntityManager,
  attemptId: string,
  after: Place,
  through: Place,
  limit: number,
): Promise<(RuntimeRecord & { epoch: number })[]> => {
  const found = await rows<RecordRow>(
    em,
    `select epoch, seq, client_ms, kind, sco_id, element, value, cut_head, cut_foot, result, error_code from content.record
     where attempt_id = $1 and (epoch, seq) > ($2, $3) and (epoch, seq) <= ($4, $5) order by epoch, seq limit $6`,
    [attemptId, after.epoch, after.seq, through.epoch, through.seq, limit],
  );
  return found.map((it) => ({
    epoch: it.epoch,
    seq: it.seq,
    t: it.client_ms,
    kind: it.kind,
    scoId: fromStored(it.sco_id),
    ...(it.element !== null && { element: fromStored(it.element) }),
    ...(it.value !== null && { value: fromStored(it.value) }),
    ...(it.cut_head !== null && { cut: [it.cut_head, it.cut_foot ?? 0] as [number, number] }),
    ...(it.result !== null && { result: fromStored(it.result) }),
    ...(it.error_code !== null && { errorCode: it.error_code }),
  }));
};

/**
 * What was set aside from one lease, and the last record that was taken from it. Of records with the same numbers those that came first,
 * and nothing that came after the others: it follows on them.
 */
export const setAsideOf = async (
  em: EntityManager,
  attemptId: string,
  epoch: number,
): Promise<{ records: RuntimeRecord[]; lastSeq: number }> => {
  const kept = await rows<{ body: RuntimeRecord }>(
    em,
    `with aside as (
       select seq, at, body, row_number() over (partition by seq order by at) as turn from content.quarantine where attempt_id = $1 and epoch = $2)
     select body from aside where at < coalesce((select min(at) from aside where turn > 1), 'infinity') order by seq limit 10000`,
    [attemptId, epoch],
  );
  const last = await row<{ seq: number | null }>(em, `select max(seq) as seq from content.record where attempt_id = $1 and epoch = $2`, [
    attemptId,
    epoch,
  ]);
  return { records: kept.map(({ body }) => fromStoredJson(body)), lastSeq: last?.seq ?? 0 };
};

/** Begins the epoch of a restoration; whoever still writes under an earlier one is set aside. */
export const beginEpoch = (em: EntityManager, attemptId: string): Promise<{ epoch: number } | undefined> =>
  row(em, `update content.attempt set epoch = epoch + 1, last_seq = 0, leased_by = null, busy_until = null where id = $1 returning epoch`, [
    attemptId,
  ]);

export interface NewRestoration {
  id: RestorationId;
  attemptId: ContentAttemptId;
  epoch: number;
  point: string;
  givenBy: string;
  reason: string;
  before: Situation;
  given: Situation;
}
export const insertRestoration = (em: EntityManager, it: NewRestoration): Promise<{ at: string } | undefined> =>
  row(
    em,
    `insert into content.restoration (id, attempt_id, epoch, point, given_by, reason, before, given)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning at`,
    [it.id, it.attemptId, it.epoch, it.point, it.givenBy, it.reason, toStoredJson(it.before), toStoredJson(it.given)],
  );
