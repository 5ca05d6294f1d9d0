import type { EntityManager } from '@mikro-orm/postgresql';
import type { TimelineQuery } from '@aula/contracts';
import { rows } from '@aula/platform';
import type { HappeningRow, Position } from './timeline.entity.js';

const types = {
  kind: 'text',
  at: 'timestamptz',
  epoch: 'bigint',
  seq: 'bigint',
  client_ms: 'float8',
  pause_ms: 'float8',
  call: 'text',
  sco_id: 'text',
  element: 'text',
  value: 'text',
  length: 'int',
  partial: 'boolean',
  result: 'text',
  error_code: 'int',
  how: 'text',
  times: 'int',
  by: 'text',
  place: 'bigint',
} as const satisfies Record<keyof HappeningRow, string>;

/** SQL of one kind of happening; a column without an expression is null. Instants are as exact as a cursor can say them. */
const happening = (columns: Partial<Record<keyof HappeningRow, string>>, from: string): string => {
  const exact = { ...columns, at: `date_trunc('milliseconds', ${columns.at})` };
  const list = Object.entries(types).map(([name, type]) => `(${exact[name as keyof HappeningRow] ?? 'null'})::${type} as ${name}`);
  return `select ${list.join(', ')} from ${from}`;
};

/** Longest value that is shown. */
const shown = 1_000;
const inOrderOf = (rank: number): string => `epoch * 100000000 + ${rank}`;

const results =
  '\\.(lesson_status|completion_status|success_status|score\\.(raw|min|max|scaled)|progress_measure|exit|session_time)$|^cmi\\.objectives\\.';
type Topic = NonNullable<TimelineQuery['topic']>;

/** SQL: which records belong to a topic. */
const recordsOf: Readonly<Record<Topic, string>> = {
  answers: `element ^@ 'cmi.interactions.'`,
  results: `element ~ '${results}'`,
  navigation: `(kind = 'nav' or element = 'adl.nav.request')`,
  sessions: `kind in ('init', 'term')`,
  trouble: `(coalesce(error_code, 0) <> 0 or result = 'false' or kind = 'term' and exists (
    select from content.difference d where (d.attempt_id, d.epoch, d.seq) = (record.attempt_id, record.epoch, record.seq)))`,
};

/** Records behind (epoch, seq) in their order, `limit` of them; the one before has the number before. */
export const recordsAfter = (
  em: EntityManager,
  attemptId: string,
  after: Position,
  { topic, limit }: Pick<TimelineQuery, 'topic' | 'limit'>,
): Promise<HappeningRow[]> => {
  const page = `(select * from content.record where attempt_id = $1 and (epoch, seq) > ($2, $3)
    ${topic ? `and ${recordsOf[topic]}` : ''} order by epoch, seq limit $4) r
    left join content.record b on b.attempt_id = r.attempt_id and b.epoch = r.epoch and b.seq = r.seq - 1
    left join content.difference d on d.attempt_id = r.attempt_id and d.epoch = r.epoch and d.seq = r.seq`;
  const columns = {
    kind: `'record'`,
    at: 'r.server_at',
    epoch: 'r.epoch',
    seq: 'r.seq',
    client_ms: 'r.client_ms',
    pause_ms: 'r.client_ms - b.client_ms',
    call: 'r.kind',
    sco_id: 'r.sco_id',
    element: 'r.element',
    value: `left(r.value, ${shown})`,
    length: 'length(r.value)',
    partial: 'r.cut_head is not null',
    result: 'r.result',
    error_code: 'r.error_code',
    how: `case when d.seq is not null then 'differs' end`,
    place: '0',
  };
  return rows(em, `${happening(columns, page)} order by r.epoch, r.seq`, [attemptId, after.epoch, after.seq, limit]);
};

const sessions = [
  happening(
    {
      kind: `'begun'`,
      at: 'opened_at',
      how: `case when exists (select from content.package_move_item where to_attempt = a.id) then 'moved' end`,
      place: '0',
    },
    'content.attempt a where id = $1',
  ),
  happening({ kind: `'launch'`, at: `code_expires_at - interval '60 s'`, how: 'mode', place: '1' }, 'content.launch where attempt_id = $1'),
  happening({ kind: `'lease'`, at: 'at', epoch: 'epoch', how: 'how', place: inOrderOf(0) }, 'content.lease where attempt_id = $1'),
  happening(
    {
      kind: `'restored'`,
      at: 'at',
      epoch: 'epoch',
      how: 'reason',
      by: `(select given_name || ' ' || family_name from identity.pub_person p where p.id = given_by)`,
      place: inOrderOf(0),
    },
    'content.restoration where attempt_id = $1',
  ),
];
const trouble = [
  happening(
    {
      kind: `'quarantined'`,
      at: 'at',
      epoch: 'epoch',
      seq: 'seq',
      client_ms: `body->>'t'`,
      call: `body->>'kind'`,
      sco_id: `body->>'scoId'`,
      element: `body->>'element'`,
      value: `left(body->>'value', ${shown})`,
      length: `length(body->>'value')`,
      partial: `jsonb_exists(body, 'cut')`,
      result: `body->>'result'`,
      error_code: `body->>'errorCode'`,
      how: 'reason',
      place: inOrderOf(1) + ' + seq',
    },
    'content.quarantine where attempt_id = $1',
  ),
  happening(
    { kind: `'refused'`, at: 'last_at', epoch: 'epoch', how: 'reason', times: 'times', place: inOrderOf(99_999_999) },
    'content.refusal where attempt_id = $1',
  ),
];

/** What happened besides the records behind an instant, in its order, `limit` of it. */
export const happeningsAfter = async (
  em: EntityManager,
  attemptId: string,
  after: Position,
  { topic, limit }: Pick<TimelineQuery, 'topic' | 'limit'>,
): Promise<HappeningRow[]> => {
  const parts = topic === undefined ? [...sessions, ...trouble] : topic === 'sessions' ? sessions : topic === 'trouble' ? trouble : [];
  if (parts.length === 0) return [];
  return rows(
    em,
    `select * from (${parts.join(' union all ')}) x where (at, place) > ($2::timestamptz, $3::bigint) order by at, place limit $4`,
    [attemptId, after.at, after.place, limit],
  );
};
