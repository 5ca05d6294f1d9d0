import type { EntityManager } from '@mikro-orm/postgresql';
import type { CourseResult } from '@aula/scorm';
import { rows } from '@aula/platform';
import { scoColumns } from '../attempt/attempt.queries.js';
import type { Carried } from './affected.queries.js';

/** An attempt that takes the place of another, at another version. */
export interface Successor {
  id: string;
  from: string;
  hostLabel: string;
}

const pairs = `unnest($1::uuid[], $2::uuid[]) as n(id, from_id)`;
const columnsOf = (successors: readonly Successor[]): [string[], string[]] => [
  successors.map(({ id }) => id),
  successors.map(({ from }) => from),
];

/** Begins the attempts, each as the next of its unit, with the place that lay open if it comes along. */
export const insertSuccessors = (em: EntityManager, successors: readonly Successor[], packageId: string, { items, alike }: Carried) =>
  rows(
    em,
    `insert into content.attempt (id, enrollment_id, unit_id, number, person_id, package_id, host_label, open_sco)
     select n.id, a.enrollment_id, a.unit_id,
       (select max(x.number) + 1 from content.attempt x where x.enrollment_id = a.enrollment_id and x.unit_id = a.unit_id),
       a.person_id, $4, n.label, case when a.open_sco = any($5::text[]) and a.package_id = any($6::uuid[]) then a.open_sco end
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as n(id, from_id, label) join content.attempt a on a.id = n.from_id`,
    [...columnsOf(successors), successors.map(({ hostLabel }) => hostLabel), packageId, items, alike],
  );

/** Copies what comes along: the items, their suspend data and rare elements, and the path. What was recorded stays where it is. */
export const copyState = async (
  em: EntityManager,
  successors: readonly Successor[],
  { items, alike, samePath }: Carried,
): Promise<void> => {
  const own = scoColumns.filter((column) => column !== 'attempt_id').join(', ');
  const fitting = `join content.attempt a on a.id = n.from_id and a.package_id = any($4::uuid[])`;
  const copied = (table: string, columns: string): Promise<object[]> =>
    rows(
      em,
      `insert into content.${table} (attempt_id, ${columns})
       select n.id, ${columns
         .split(', ')
         .map((column) => `s.${column}`)
         .join(', ')} from ${pairs} ${fitting} join content.${table} s on s.attempt_id = n.from_id where s.sco_id = any($3::text[])`,
      [...columnsOf(successors), items, alike],
    );
  await copied('sco', own);
  await copied('suspend_data', 'sco_id, data');
  await copied('sco_data', 'sco_id, elements');
  await rows(
    em,
    `insert into content.sequencing (attempt_id, state)
     select n.id, s.state from ${pairs} join content.attempt a on a.id = n.from_id and a.package_id = any($3::uuid[])
     join content.sequencing s on s.attempt_id = n.from_id`,
    [...columnsOf(successors), samePath],
  );
};

/** What the attempts have come to. */
export const writeResults = (em: EntityManager, results: readonly (CourseResult & { id: string })[]): Promise<object[]> =>
  rows(
    em,
    `update content.attempt a set completion = r.completion, success = r.success, scaled = r.scaled, progress = r.progress, seconds = r.seconds
     from unnest($1::uuid[], $2::text[], $3::text[], $4::float8[], $5::float8[], $6::float8[]) as r(id, completion, success, scaled, progress, seconds)
     where a.id = r.id`,
    [
      results.map(({ id }) => id),
      results.map(({ completion }) => completion),
      results.map(({ success }) => success),
      results.map(({ scaled }) => scaled),
      results.map(({ progress }) => progress),
      results.map(({ seconds }) => seconds),
    ],
  );

/** Begins an epoch that nobody holds: who still writes to the attempt from an open window is set aside, and told that it goes on elsewhere. */
export const closeBehind = (em: EntityManager, ids: readonly string[]): Promise<object[]> =>
  rows(
    em,
    `update content.attempt set epoch = epoch + 1, last_seq = 0, leased_by = null, busy_until = null where id = any($1::uuid[]) and epoch > 0`,
    [ids],
  );

/** The next attempts of a move, by their ids. `overtaken`: the unit has another attempt in hand meanwhile. */
export const nextQueued = (em: EntityManager, moveId: string, limit: number): Promise<{ id: string; overtaken: boolean }[]> =>
  rows(
    em,
    `select a.id, exists (
       select from content.attempt n where n.enrollment_id = a.enrollment_id and n.unit_id = a.unit_id and n.number > a.number
         and n.retracted_at is null) as overtaken
     from content.package_move_item i join content.attempt a on a.id = i.from_attempt
     where i.move_id = $1 and i.state = 'waiting' order by i.from_attempt limit $2`,
    [moveId, limit],
  );

/** Notes which of these attempts were moved, and that the others were left. */
export const settleItems = (
  em: EntityManager,
  moveId: string,
  ids: readonly string[],
  successors: readonly Successor[],
): Promise<object[]> =>
  rows(
    em,
    `update content.package_move_item i set to_attempt = n.id, state = case when n.id is null then 'left' else 'moved' end
     from unnest($3::uuid[]) as looked(id) left join ${pairs} on n.from_id = looked.id
     where i.move_id = $4 and i.from_attempt = looked.id`,
    [...columnsOf(successors), ids, moveId],
  );
