import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, PackageDifferencesView, PackageId, ScormStandard } from '@aula/contracts';
import type { Manifest } from '@aula/scorm';
import { row, rows } from '@aula/platform';
import type { PackageFinding } from '../package/package.entity.js';
import { seesAllPackages } from '../package/package.policy.js';

export interface VersionRow {
  package_id: PackageId;
  number: number;
  title: string | null;
  file_name: string;
  created_at: string;
  learners: number;
}
/** A package as its versions are compared. `line_id` and `number` are null outside a line. */
export interface ComparedRow {
  id: PackageId;
  owner_id: string;
  state: string;
  sha256: string;
  standard: ScormStandard | null;
  manifest: Manifest | null;
  findings: PackageFinding[];
  tool: string | null;
  line_id: string | null;
  number: number | null;
}

/** Some packages that the actor may see, held until the transaction ends when `hold` says so. */
export const comparedOf = (em: EntityManager, actor: Actor, ids: readonly string[], hold = false): Promise<ComparedRow[]> =>
  rows(
    em,
    `select p.id, p.owner_id, p.state, p.sha256, p.standard, p.manifest, p.findings, p.report->>'tool' as tool, v.line_id, v.number
     from content.package p left join content.package_version v on v.package_id = p.id
     where p.id = any($1::uuid[]) and p.removed_at is null and ($2 or p.owner_id = $3) order by p.id ${hold ? 'for update of p' : ''}`,
    [ids, seesAllPackages(actor), actor.personId],
  );

/** The versions of a line that the actor may see, newest first. */
export const versionsOf = (em: EntityManager, actor: Actor, lineId: string): Promise<VersionRow[]> =>
  rows(
    em,
    `select v.package_id, v.number, p.title, p.file_name, p.created_at,
       (select count(*) from content.attempt a where a.package_id = v.package_id and a.retracted_at is null and not exists (
          select from content.attempt n where n.enrollment_id = a.enrollment_id and n.unit_id = a.unit_id and n.number > a.number
            and n.retracted_at is null)) as learners
     from content.package_version v join content.package p on p.id = v.package_id and p.removed_at is null
     where v.line_id = $1 and ($2 or p.owner_id = $3) order by v.number desc`,
    [lineId, seesAllPackages(actor), actor.personId],
  );

/** Begins a line with a package, unless it stands in one. */
export const beginLine = (em: EntityManager, id: PackageId, by: string): Promise<object[]> =>
  rows(
    em,
    `insert into content.package_version (package_id, line_id, number, declared_by) values ($1, $1, 1, $2) on conflict (package_id) do nothing`,
    [id, by],
  );

/** Puts a package at the end of a line. */
export const addVersion = async (em: EntityManager, lineId: string, id: PackageId, by: string): Promise<number> =>
  (await row<{ number: number }>(
    em,
    `insert into content.package_version (package_id, line_id, number, declared_by)
     select $2, $1, max(number) + 1, $3 from content.package_version where line_id = $1 returning number`,
    [lineId, id, by],
  ))!.number;

type Files = PackageDifferencesView['files'];

/** How the files of two packages differ, by what is in them: blobs, or, for files that were unpacked before there were any, their tags. */
export const fileDifferences = async (em: EntityManager, before: string, after: string, shown: number): Promise<Files> => {
  const compared = `
    select coalesce(a.path, b.path) as path, b.size as before, a.size as after,
      case when b.path is null then 'added' when a.path is null then 'removed'
        when coalesce(a.blob, a.etag) <> coalesce(b.blob, b.etag) then 'changed' else 'same' end as kind
    from (select * from content.package_file where sha256 = $1) b
    full join (select * from content.package_file where sha256 = $2) a on a.path = b.path`;
  const counts = await row<Omit<Files, 'shown' | 'bytesBefore' | 'bytesAfter'> & { before: number; after: number }>(
    em,
    `with compared as (${compared})
     select count(*) filter (where kind = 'added') as added, count(*) filter (where kind = 'removed') as removed,
       count(*) filter (where kind = 'changed') as changed, count(*) filter (where kind = 'same') as same,
       coalesce(sum(before), 0) as before, coalesce(sum(after), 0) as after from compared`,
    [before, after],
  );
  const { before: bytesBefore, after: bytesAfter, ...numbers } = counts!;
  const list = await rows<Files['shown'][number]>(
    em,
    `with compared as (${compared}) select kind, path, before, after from compared where kind <> 'same' order by path limit $3`,
    [before, after, shown],
  );
  return { ...numbers, bytesBefore, bytesAfter, shown: list };
};
