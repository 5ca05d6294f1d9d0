import type { RuntimeRecord } from '@aula/contracts';
import type { CourseResult, ObjectiveState, SequencingState } from '@aula/scorm';
import { arrayText, rows, type Scalar, type Statements } from '@aula/platform';
import { scoColumns } from './attempt.queries.js';
import type { Difference } from './claim.entity.js';
import { typedColumns, type ScoRow } from './sco.entity.js';
import { toStored, toStoredJson } from './text.entity.js';

/** Everything that one group of commits writes. */
export interface CommitWrites {
  records: { attemptId: string; epoch: number; record: RuntimeRecord }[];
  quarantined: { attemptId: string; epoch: number; reason: 'stale-epoch' | 'withdrawn'; record: RuntimeRecord }[];
  /** Commits that were refused whole. */
  refused: { attemptId: string; epoch: number; reason: 'gap' | 'unknown-epoch' }[];
  scos: ScoRow[];
  suspendData: { attemptId: string; scoId: string; data: string }[];
  /** `anew`: they take the place of what was stored. */
  rest: { attemptId: string; scoId: string; elements: Record<string, string>; anew: boolean }[];
  sequencing: { attemptId: string; state: SequencingState }[];
  sharedObjectives: { personId: string; id: string; state: ObjectiveState }[];
  sharedStores: { personId: string; id: string; data: string }[];
  attempts: {
    id: string;
    lastSeq: number;
    openSco: string | null;
    gone: boolean;
    result: CourseResult;
    rareUnits: number;
    overfull: boolean;
  }[];
  differences: (Difference & { attemptId: string; epoch: number })[];
  /** Items whose answers changed, and attempts ('') that were completed: reports follow. */
  due: { attemptId: string; scoId: string }[];
  /** Launches whose token is to be renewed. */
  renewed: string[];
}

/** A parameter list in the making. */
class Parameters {
  readonly values: unknown[] = [];

  /** `unnest(…)` over one array per column. */
  table<R>(source: readonly R[], columns: Readonly<Record<string, readonly [type: string, value: (row: R) => Scalar]>>): string {
    const arrays = Object.values(columns).map(([type, value]) => {
      this.values.push(arrayText(type, source.map(value)));
      return `$${this.values.length}::${type}[]`;
    });
    return `unnest(${arrays.join(', ')}) as x(${Object.keys(columns).join(', ')})`;
  }
}

/** Writes a whole group in one statement. The attempts are locked by then, so nothing here waits for another group. */
export const writeCommits = async (on: Statements, writes: CommitWrites): Promise<void> => {
  const parameters = new Parameters();
  const parts = allParts.map((part) => part(parameters, writes));
  const present = parts.filter((part) => part !== null);
  if (present.length === 0) return;
  const name = `commits-${parts.map((part) => (part === null ? '0' : '1')).join('')}`; // the same parts have the same text
  await rows(on, { name, text: `with ${present.map((part, at) => `part_${at} as (${part})`).join(', ')} select 1` }, parameters.values);
};

const stored = (text: string | null | undefined): string | null => (text === null || text === undefined ? null : toStored(text));

const recordPart = (parameters: Parameters, { records }: CommitWrites): string | null =>
  records.length === 0
    ? null
    : `insert into content.record (attempt_id, epoch, seq, client_ms, kind, sco_id, element, value, cut_head, cut_foot, result, error_code)
       select * from ${parameters.table(records, {
         attempt_id: ['uuid', (each) => each.attemptId],
         epoch: ['bigint', (each) => each.epoch],
         seq: ['bigint', (each) => each.record.seq],
         client_ms: ['float8', (each) => each.record.t],
         kind: ['text', (each) => each.record.kind],
         sco_id: ['text', (each) => toStored(each.record.scoId)],
         element: ['text', (each) => stored(each.record.element)],
         value: ['text', (each) => stored(each.record.value)],
         cut_head: ['int', (each) => each.record.cut?.[0] ?? null],
         cut_foot: ['int', (each) => each.record.cut?.[1] ?? null],
         result: ['text', (each) => stored(each.record.result)],
         error_code: ['smallint', (each) => each.record.errorCode ?? null],
       })}`;

/** Facts are never dropped: what a stale writer sends is kept aside once, unless it is on record already. */
const quarantinePart = (parameters: Parameters, { quarantined }: CommitWrites): string | null =>
  quarantined.length === 0
    ? null
    : `insert into content.quarantine (attempt_id, epoch, seq, reason, body)
       select attempt_id, epoch, seq, reason, body from ${parameters.table(quarantined, {
         attempt_id: ['uuid', (each) => each.attemptId],
         epoch: ['bigint', (each) => each.epoch],
         seq: ['bigint', (each) => each.record.seq],
         reason: ['text', (each) => each.reason],
         body: ['jsonb', (each) => toStoredJson(each.record)],
       })}
       where not exists (
         select from content.record r where (r.attempt_id, r.epoch, r.seq) = (x.attempt_id, x.epoch, x.seq)
           and (r.client_ms, r.kind) = ((x.body ->> 't')::float8, x.body ->> 'kind'))
       on conflict do nothing`;

const refusalPart = (parameters: Parameters, { refused }: CommitWrites): string | null =>
  refused.length === 0
    ? null
    : `insert into content.refusal as r (attempt_id, epoch, reason, times)
       select attempt_id, epoch, reason, count(*) from ${parameters.table(refused, {
         attempt_id: ['uuid', (each) => each.attemptId],
         epoch: ['bigint', (each) => each.epoch],
         reason: ['text', (each) => each.reason],
       })} group by attempt_id, epoch, reason
       on conflict (attempt_id, epoch, reason) do update set times = r.times + excluded.times, last_at = excluded.last_at`;

const scoTypes: Readonly<Partial<Record<keyof ScoRow, string>>> = {
  attempt_id: 'uuid',
  visits: 'int',
  earlier_seconds: 'float8',
  attempt_from: 'float8',
  latched_completed: 'bool',
  latched_passed: 'bool',
  scaled: 'float8',
  progress: 'float8',
  seconds: 'float8',
};

const said: readonly string[] = typedColumns;
const valueOf = (column: keyof ScoRow): ((row: ScoRow) => Scalar) =>
  said.includes(column) ? (row) => stored(row[column] as string | null) : (row) => row[column];

const scoPart = (parameters: Parameters, { scos }: CommitWrites): string | null => {
  if (scos.length === 0) return null;
  const columns = Object.fromEntries(scoColumns.map((column) => [column, [scoTypes[column] ?? 'text', valueOf(column)] as const]));
  const changing = scoColumns.slice(2);
  return `insert into content.sco (${scoColumns.join(', ')}) select * from ${parameters.table(scos, columns)}
    on conflict (attempt_id, sco_id) do update set (${changing.join(', ')}) = row(${changing.map((column) => `excluded.${column}`).join(', ')})`;
};

const suspendPart = (parameters: Parameters, { suspendData }: CommitWrites): string | null =>
  suspendData.length === 0
    ? null
    : `insert into content.suspend_data (attempt_id, sco_id, data)
       select * from ${parameters.table(suspendData, {
         attempt_id: ['uuid', (each) => each.attemptId],
         sco_id: ['text', (each) => each.scoId],
         data: ['text', (each) => toStored(each.data)],
       })}
       on conflict (attempt_id, sco_id) do update set data = excluded.data`;

const restPart = (parameters: Parameters, all: CommitWrites['rest'], anew: boolean): string | null => {
  const rest = all.filter((each) => each.anew === anew);
  if (rest.length === 0) return null;
  return `insert into content.sco_data as d (attempt_id, sco_id, elements)
    select * from ${parameters.table(rest, {
      attempt_id: ['uuid', (each) => each.attemptId],
      sco_id: ['text', (each) => each.scoId],
      elements: ['jsonb', (each) => toStoredJson(each.elements)],
    })}
    on conflict (attempt_id, sco_id) do update set elements = ${anew ? 'excluded.elements' : 'd.elements || excluded.elements'}`;
};

const sequencingPart = (parameters: Parameters, { sequencing }: CommitWrites): string | null =>
  sequencing.length === 0
    ? null
    : `insert into content.sequencing (attempt_id, state)
       select * from ${parameters.table(sequencing, {
         attempt_id: ['uuid', (each) => each.attemptId],
         state: ['jsonb', (each) => toStoredJson(each.state)],
       })}
       on conflict (attempt_id) do update set state = excluded.state`;

/** Players of earlier releases say nothing at an end, which is then no difference. */
const differencePart = (parameters: Parameters, { differences }: CommitWrites): string | null =>
  differences.length === 0
    ? null
    : `insert into content.difference (attempt_id, epoch, seq, sco_id, claimed, found)
       select * from ${parameters.table(differences, {
         attempt_id: ['uuid', (each) => each.attemptId],
         epoch: ['bigint', (each) => each.epoch],
         seq: ['bigint', (each) => each.seq],
         sco_id: ['text', (each) => each.scoId],
         claimed: ['jsonb', (each) => each.claimed && JSON.stringify(each.claimed)],
         found: ['jsonb', (each) => JSON.stringify(each.found)],
       })}
       where claimed is not null
         or exists (select from content.lease l where (l.attempt_id, l.epoch) = (x.attempt_id, x.epoch) and l.claims)`;

/** In the order of their keys, so that two devices of one learner never wait for each other. */
const sharedObjectivePart = (parameters: Parameters, { sharedObjectives }: CommitWrites): string | null =>
  sharedObjectives.length === 0
    ? null
    : `insert into content.shared_objective (person_id, objective_id, state)
       select * from ${parameters.table(sharedObjectives, {
         person_id: ['uuid', (each) => each.personId],
         objective_id: ['text', (each) => toStored(each.id)],
         state: ['jsonb', (each) => toStoredJson(each.state)],
       })} order by person_id, objective_id
       on conflict (person_id, objective_id) do update set state = excluded.state`;

const sharedStorePart = (parameters: Parameters, { sharedStores }: CommitWrites): string | null =>
  sharedStores.length === 0
    ? null
    : `insert into content.shared_store (person_id, store_id, data)
       select * from ${parameters.table(sharedStores, {
         person_id: ['uuid', (each) => each.personId],
         store_id: ['text', (each) => toStored(each.id)],
         data: ['text', (each) => toStored(each.data)],
       })} order by person_id, store_id
       on conflict (person_id, store_id) do update set data = excluded.data`;

const attemptPart = (parameters: Parameters, { attempts }: CommitWrites): string | null =>
  attempts.length === 0
    ? null
    : `update content.attempt a set last_seq = x.last_seq, open_sco = x.open_sco, completion = x.completion, success = x.success,
         scaled = x.scaled, progress = x.progress, seconds = x.seconds, rare_units = x.rare_units, overfull = a.overfull or x.overfull,
         busy_until = case when x.gone then null else clock_timestamp() + interval '2 minutes' end
       from ${parameters.table(attempts, {
         id: ['uuid', (each) => each.id],
         last_seq: ['bigint', (each) => each.lastSeq],
         open_sco: ['text', (each) => stored(each.openSco)],
         gone: ['bool', (each) => each.gone],
         completion: ['text', (each) => each.result.completion],
         success: ['text', (each) => each.result.success],
         scaled: ['float8', (each) => each.result.scaled],
         progress: ['float8', (each) => each.result.progress],
         seconds: ['float8', (each) => each.result.seconds],
         rare_units: ['bigint', (each) => each.rareUnits],
         overfull: ['bool', (each) => each.overfull],
       })} where a.id = x.id`;

const duePart = (parameters: Parameters, { due }: CommitWrites): string | null =>
  due.length === 0
    ? null
    : `insert into content.interaction_due (attempt_id, sco_id)
       select * from ${parameters.table(due, {
         attempt_id: ['uuid', (each) => each.attemptId],
         sco_id: ['text', (each) => each.scoId],
       })}`;

/** A token lives on while it is used: 12 hours for everything, 30 days for handing in what a device kept. */
const renewalPart = (parameters: Parameters, { renewed }: CommitWrites): string | null => {
  if (renewed.length === 0) return null;
  parameters.values.push(renewed);
  return `update content.launch set expires_at = greatest(expires_at, clock_timestamp() + interval '12 hours'),
      commits_until = clock_timestamp() + interval '30 days'
    where id = any($${parameters.values.length}::uuid[]) and revoked_at is null and expires_at > clock_timestamp()`;
};

const allParts = [
  recordPart,
  quarantinePart,
  refusalPart,
  scoPart,
  suspendPart,
  (parameters: Parameters, { rest }: CommitWrites) => restPart(parameters, rest, false),
  (parameters: Parameters, { rest }: CommitWrites) => restPart(parameters, rest, true),
  sequencingPart,
  sharedObjectivePart,
  sharedStorePart,
  attemptPart,
  differencePart,
  duePart,
  renewalPart,
];
