import type { EntityManager } from '@mikro-orm/postgresql';
import type { Manifest } from '@aula/scorm';
import { row, rows } from '@aula/platform';
import { storableJson, type PackageFinding, type PackageReport } from './package.entity.js';

/** A package whose result an earlier parser gave. */
export interface Dated {
  id: string;
  sha256: string;
  zip_key: string;
  file_name: string;
  title: string;
  standard: string;
  manifest: Manifest;
  findings: PackageFinding[];
  parser_version: number | null;
  /** Somebody has begun to study it. */
  attempted: boolean;
}

/** The next ready package behind `after` that an earlier parser read. */
export const nextDated = (em: EntityManager, version: number, after: string): Promise<Dated | undefined> =>
  row(
    em,
    `select p.id, p.sha256, p.zip_key, p.file_name, p.title, p.standard, p.manifest, p.findings, p.parser_version,
       exists (select from content.attempt a join content.package s on s.id = a.package_id where coalesce(s.shares, s.id) = p.id) as attempted
     from content.package p
     where p.state = 'ready' and p.shares is null and p.removed_at is null and p.zip_key is not null
       and coalesce(p.parser_version, 0) < $1 and p.id > $2::uuid
     order by p.id limit 1`,
    [version, after],
  );

/** What the parser of today says: all of it, or, where the structure must stay as it is, findings and report alone. */
export interface Renewal {
  standard: string;
  title: string;
  manifest: Manifest;
  items: unknown;
  findings: PackageFinding[];
  report: PackageReport;
  version: number;
}

/** Writes the result to the package and to all that share its bytes. */
export const renew = (em: EntityManager, id: string, it: Renewal): Promise<object[]> =>
  rows(
    em,
    `update content.package set standard = $2, title = $3, manifest = $4, items = $5, findings = $6, report = $7, parser_version = $8
     where (id = $1 or shares = $1) and state = 'ready'`,
    [
      id,
      it.standard,
      it.title,
      storableJson(it.manifest),
      storableJson(it.items),
      storableJson(it.findings),
      storableJson(it.report),
      it.version,
    ],
  );

export type RecheckOutcome = 'same' | 'changed' | 'kept' | 'failed';
/** Notes what came of looking at a package again. */
export const noteRecheck = (em: EntityManager, it: Dated, version: number, outcome: RecheckOutcome, changes: object): Promise<object[]> =>
  rows(
    em,
    `insert into content.recheck (package_id, from_version, to_version, outcome, changes) values ($1, $2, $3, $4, $5)
     on conflict (package_id) do update set (at, from_version, to_version, outcome, changes) =
       (clock_timestamp(), excluded.from_version, excluded.to_version, excluded.outcome, excluded.changes)`,
    [it.id, it.parser_version, version, outcome, storableJson(changes)],
  );
