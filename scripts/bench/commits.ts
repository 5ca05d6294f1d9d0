import { jsonRequest } from './http-lane.ts';
import { digest, unnest, type Item, type Query, type Traffic } from './traffic.ts';

/** One attempt of the package, leased: what a player holds. */
export interface CommitTarget {
  attemptId: string;
  epoch: number;
  token: string;
  host: string;
}

/** A learner turns a page: bookmark, time and 300 characters of suspend data, three records in one commit. */
const recordsPerCommit = 3;
const suspendData = 'page=7;seen=1,2,3,4,5,6;answers='.padEnd(300, 'a1b2c3d4;');

const recordColumns = [
  ['attempt_id', 'uuid'],
  ['epoch', 'bigint'],
  ['seq', 'bigint'],
  ['client_ms', 'float8'],
  ['kind', 'text'],
  ['sco_id', 'text'],
  ['element', 'text'],
  ['value', 'text'],
  ['result', 'text'],
  ['error_code', 'smallint'],
] as const;
const scoColumns = [
  ['attempt_id', 'uuid'],
  ['sco_id', 'text'],
  ['visit', 'text'],
  ['visits', 'int'],
  ['earlier_seconds', 'float8'],
  ['latched_completed', 'bool'],
  ['latched_passed', 'bool'],
  ['session_time', 'text'],
  ['location', 'text'],
  ['completion', 'text'],
  ['success', 'text'],
  ['progress', 'float8'],
  ['seconds', 'float8'],
  ['data', 'text'],
  ['last_seq', 'bigint'],
  ['token_hash', 'bytea'],
] as const;
const names = (columns: readonly (readonly [string, string])[]): string => columns.map(([name]) => name).join(', ');
const written = scoColumns.slice(0, -3);

const hashParameter = recordColumns.length + scoColumns.length;

/**
 * The SQL that a commit cannot do without: find what the token opens, lock that attempt, so that its sequence stays whole, and write the
 * rows. Without judging epoch and sequence, without reading earlier runtime data, without rollup.
 */
const statement = `
with made as materialized (select * from ${unnest(scoColumns, 'x', recordColumns.length + 1)}),
pass as materialized (
  select token_hash, attempt_id, host_label, mode, expires_at from content.launch
  where token_hash = any($${hashParameter}::bytea[]) and revoked_at is null and commits_until > clock_timestamp()),
held as materialized (
  select id, last_seq from content.attempt where id in (select attempt_id from made) order by id for no key update),
kept as (insert into content.record (${names(recordColumns)}) select * from ${unnest(recordColumns, 'r')}),
sco as (insert into content.sco (${names(written)}) select ${names(written)} from made order by attempt_id
  on conflict (attempt_id, sco_id) do update set (${names(written.slice(2))}) = row(${written
    .slice(2)
    .map(([name]) => `excluded.${name}`)
    .join(', ')})),
suspended as (insert into content.suspend_data (attempt_id, sco_id, data) select attempt_id, sco_id, data from made order by attempt_id
  on conflict (attempt_id, sco_id) do update set data = excluded.data)
update content.attempt a set last_seq = m.last_seq, completion = m.completion, seconds = m.seconds,
  busy_until = clock_timestamp() + interval '2 minutes'
from made m join pass p on p.token_hash = m.token_hash join held h on h.id = p.attempt_id where a.id = h.id and m.last_seq > h.last_seq`;

/** Content commits: `POST /_rt/commit` with a real token, epoch and rising sequence. */
export class Commits implements Traffic {
  readonly places: number;
  readonly statement = statement;
  readonly reset = ['truncate content.record', 'vacuum (analyze) content.attempt, content.sco, content.suspend_data, content.launch'];
  private readonly targets: readonly CommitTarget[];
  private readonly scoId: string;
  /** Highest sequence acknowledged, by place. */
  private readonly last: number[];
  private readonly hashes: readonly Buffer[];
  private count = 0;

  constructor(targets: readonly CommitTarget[], scoId: string) {
    this.targets = targets;
    this.scoId = scoId;
    this.places = targets.length;
    this.last = targets.map(() => 0);
    this.hashes = targets.map(({ token }) => digest(token));
  }

  next(place: number): Item {
    return { place, sequence: this.last[place]! + 1 };
  }

  request({ place, sequence }: Item): string {
    const { token, host, epoch } = this.targets[place]!;
    return jsonRequest('POST', '/_rt/commit', host, token, { epoch, nonce: `nonce-of-${sequence}`, records: this.records(sequence) });
  }

  acknowledged(item: Item, status: number, body: string): void {
    const { ack } = (status === 200 ? JSON.parse(body) : {}) as { ack?: number };
    if (ack !== item.sequence + recordsPerCommit - 1) throw new Error(`a commit was answered ${status} ${body.slice(0, 500)}`);
    this.committed(item);
  }

  committed({ place, sequence }: Item): void {
    this.last[place] = sequence + recordsPerCommit - 1;
    this.count++;
  }

  parameters(items: readonly Item[]): unknown[] {
    const records = items.flatMap(({ place, sequence }) => this.records(sequence).map((record) => ({ place, ...record })));
    const rows = items.map(({ place, sequence }) => ({ place, last: sequence + recordsPerCommit - 1 }));
    const all = <T>(value: T) => items.map(() => value);
    return [
      records.map(({ place }) => this.targets[place]!.attemptId),
      records.map(({ place }) => this.targets[place]!.epoch),
      ...(['seq', 't', 'kind', 'scoId', 'element', 'value', 'result', 'errorCode'] as const).map((member) =>
        records.map((record) => record[member]),
      ),
      rows.map(({ place }) => this.targets[place]!.attemptId),
      ...[all(this.scoId), all('open'), all(1), all(0), all(false), all(false)],
      rows.map(({ last }) => sessionTime(last)),
      rows.map(({ last }) => `page-${last}`),
      ...[all('incomplete'), all('unknown'), all(0)],
      rows.map(({ last }) => last),
      all(suspendData),
      rows.map(({ last }) => last),
      rows.map(({ place }) => this.hashes[place]),
    ];
  }

  begin(): void {
    this.count = 0;
  }

  /** Every acknowledged record is there, none else, and every attempt stands where its player was told. */
  async check(query: Query): Promise<number> {
    const { records } = await query('select count(*)::int as records from content.record', []);
    const { astray } = await query(
      `select count(*)::int as astray from unnest($1::uuid[], $2::bigint[]) as t(id, last_seq) left join content.attempt a using (id)
       where a.last_seq is distinct from t.last_seq`,
      [this.targets.map(({ attemptId }) => attemptId), this.last],
    );
    if (records !== this.count * recordsPerCommit || astray !== 0)
      throw new Error(`${this.count} commits acknowledged, ${String(records)} records kept, ${String(astray)} attempts elsewhere`);
    return this.count;
  }

  private records(from: number) {
    const set = (at: number, element: string, value: string) => {
      const taken = { kind: 'set', result: 'true', errorCode: 0 };
      return { seq: from + at, t: 1_750_000_000_000 + from, scoId: this.scoId, element, value, ...taken };
    };
    const last = from + recordsPerCommit - 1;
    return [
      set(0, 'cmi.core.lesson_location', `page-${last}`),
      set(1, 'cmi.core.session_time', sessionTime(last)),
      set(2, 'cmi.suspend_data', suspendData),
    ] as const;
  }
}

/** CMITimespan of SCORM 1.2: `0000:07:05`. */
const sessionTime = (seconds: number): string => {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join(':');
};
