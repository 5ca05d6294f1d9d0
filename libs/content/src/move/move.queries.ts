import type { EntityManager } from '@mikro-orm/postgresql';
import type { EditionId, PackageId, PackageMoveId, PackageMoveRule, PackageMoveView } from '@aula/contracts';
import type { Manifest } from '@aula/scorm';
import { row, rows } from '@aula/platform';
import type { Scope } from './affected.queries.js';

export interface MoveRow {
  id: PackageMoveId;
  line_id: string;
  package_id: PackageId;
  owner_id: string;
  number: number;
  rule: PackageMoveRule;
  edition_id: EditionId | null;
  edition_title: string | null;
  state: PackageMoveView['state'];
  total: number;
  moved: number;
  reversed: number;
  stayed: number;
  ordered_at: string;
}
const select = `
  select m.id, m.line_id, m.package_id, p.owner_id, v.number, m.rule, m.edition_id, d.title as edition_title, m.state, m.total, m.moved,
    m.reversed, m.stayed, m.ordered_at
  from content.package_move m
  join content.package p on p.id = m.package_id
  join content.package_version v on v.package_id = m.package_id
  left join enrollment.pub_edition d on d.id = m.edition_id`;

/** The moves of a line, newest first, up to 100. */
export const movesOf = (em: EntityManager, lineId: string): Promise<MoveRow[]> =>
  rows(em, `${select} where m.line_id = $1 order by m.ordered_at desc, m.id desc limit 100`, [lineId]);

/** One move, held until the transaction ends. */
export const moveOf = (em: EntityManager, id: string): Promise<MoveRow | undefined> =>
  row(em, `${select} where m.id = $1 for update of m`, [id]);

/** Undefined when another move of the line is under way. */
export const insertMove = (
  em: EntityManager,
  { id, lineId, packageId, editionId, rule, by, total }: Scope & { id: PackageMoveId; by: string; total: number },
): Promise<{ id: string } | undefined> =>
  row(
    em,
    `insert into content.package_move (id, line_id, package_id, edition_id, rule, ordered_by, total) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (line_id) where state in ('queued', 'running', 'reversing') do nothing returning id`,
    [id, lineId, packageId, editionId, rule, by, total],
  );

/** Every ready version of a line with what it plays. */
export const manifestsOf = (em: EntityManager, lineId: string): Promise<{ id: string; manifest: Manifest }[]> =>
  rows(
    em,
    `select p.id, p.manifest from content.package_version v join content.package p on p.id = v.package_id and p.state = 'ready'
     where v.line_id = $1 order by v.number`,
    [lineId],
  );

export const editionExists = async (em: EntityManager, id: string): Promise<boolean> =>
  (await row(em, `select 1 from enrollment.pub_edition where id = $1`, [id])) !== undefined;

/** The attempts of the move are put down. */
export const beginMove = (em: EntityManager, id: string, total: number): Promise<object[]> =>
  rows(em, `update content.package_move set state = 'running', total = $2 where id = $1`, [id, total]);

/** Counts what a chunk has moved of those it looked at; when there were none left, the move is done. */
export const advanceMove = (em: EntityManager, id: string, looked: number, moved: number): Promise<object[]> =>
  rows(em, `update content.package_move set moved = moved + $3, state = case when $2 = 0 then 'done' else state end where id = $1`, [
    id,
    looked,
    moved,
  ]);

/** From now on who begins gets what they got before the move. */
export const beginReversal = (em: EntityManager, id: string): Promise<object[]> =>
  rows(
    em,
    `update content.package_move set state = 'reversing', reversed_at = date_trunc('milliseconds', clock_timestamp()) where id = $1`,
    [id],
  );

export interface ReversedRow {
  to_attempt: string;
  state: 'reversed' | 'stayed';
}

/**
 * Takes back up to `limit` attempts that a move made and nobody has opened; the others stay. Their locks come first, so that a lease
 * comes either before, and then the attempt stays, or behind, and then it finds it gone.
 */
export const reverseNext = async (em: EntityManager, id: string, limit: number): Promise<ReversedRow[]> => {
  const next = await rows<{ id: string }>(
    em,
    `select a.id from content.package_move_item i join content.attempt a on a.id = i.to_attempt
     where i.move_id = $1 and i.state = 'moved' and i.from_attempt in (
       select from_attempt from content.package_move_item where move_id = $1 and state = 'moved' order by from_attempt limit $2)
     order by a.id for no key update of a`,
    [id, limit],
  );
  const ids = next.map((each) => each.id);
  return rows(
    em,
    `with back as (
       update content.attempt set retracted_at = clock_timestamp() where id = any($2::uuid[]) and epoch = 0 returning id),
     shut as (
       update content.launch set code_expires_at = least(code_expires_at, clock_timestamp()), commits_until = least(commits_until, clock_timestamp())
       where attempt_id in (select id from back)),
     done as (
       update content.package_move_item i set state = case when b.id is null then 'stayed' else 'reversed' end
       from unnest($2::uuid[]) as n(id) left join back b on b.id = n.id where i.move_id = $1 and i.to_attempt = n.id
       returning i.to_attempt, i.state),
     counted as (
       update content.package_move set reversed = reversed + (select count(*) from done where state = 'reversed'),
         stayed = stayed + (select count(*) from done where state = 'stayed'),
         state = case when cardinality($2::uuid[]) = 0 then 'reversed' else state end where id = $1)
     select * from done`,
    [id, ids],
  );
};
