import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, PackageId, PackageQuery, PackageView } from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import type { PackageRow } from './package.entity.js';
import { seesAllPackages } from './package.policy.js';

/** SQL: may the person `$1` read package `p`? `$2` says that all are visible to the reader. */
const visibleTo = `(($2 or p.owner_id = $1) and p.removed_at is null)`;
const columns = `p.id, p.owner_id, p.state, p.file_name, p.size, p.sha256, p.standard, p.title, p.items, p.findings, p.report, p.files, p.progress, p.created_at`;

/** One page of packages, newest first; `limit + 1` rows. */
export const packagesFor = (em: EntityManager, actor: Actor, { q = '', state, cursor, limit }: PackageQuery): Promise<PackageRow[]> => {
  const parameters: unknown[] = [actor.personId, seesAllPackages(actor), limit + 1];
  const place = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = wordsOf(q).map((word) => `p.search like '%' || content.fold(${place(word)}) || '%'`);
  if (state) conditions.push(`p.state = ${place(state)}`);
  const after = decodeCursor(cursor, sortValue.id);
  if (after) conditions.push(`p.id < ${place(after[0])}::uuid`);
  const where = [visibleTo, ...conditions].join(' and ');
  return rows(em, `select ${columns} from content.package p where ${where} order by p.id desc limit $3`, parameters);
};

export const packageFor = (em: EntityManager, actor: Actor, id: PackageId): Promise<PackageRow | undefined> =>
  row(em, `select ${columns} from content.package p where ${visibleTo} and p.id = $3`, [actor.personId, seesAllPackages(actor), id]);

/** The words that must all be found, with what LIKE would take for a pattern made plain. */
const wordsOf = (q: string): string[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));

/** An upload as it arrived. */
export interface Arrival {
  id: PackageId;
  ownerId: string;
  fileName: string;
  size: number;
  sha256: string;
  zipKey: string;
  idempotencyKey: string | null;
}
type Entered = Pick<PackageView, 'id' | 'state'>;

/** The package that its owner sent under this key before. */
export const sentBefore = (em: EntityManager, { ownerId, idempotencyKey }: Arrival): Promise<(Entered & { sha256: string }) | undefined> =>
  row(em, `select id, state, sha256 from content.package where owner_id = $1 and idempotency_key = $2`, [ownerId, idempotencyKey]);

/** Enters the package as the holder of its bytes; undefined when there is a holder already. */
export const enterHolder = (em: EntityManager, it: Arrival): Promise<Entered | undefined> =>
  row(
    em,
    `insert into content.package (id, owner_id, file_name, size, sha256, zip_key, idempotency_key) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning id, state`,
    [it.id, it.ownerId, it.fileName, it.size, it.sha256, it.zipKey, it.idempotencyKey],
  );

/**
 * Enters the package as one that shares the upload and the files of the holder of its bytes, as far as those are. The lock makes the
 * holder's unpacking end either before, and then its result is copied, or behind, and then it settles this package too.
 */
export const enterSharer = (em: EntityManager, it: Arrival): Promise<Entered | undefined> =>
  row(
    em,
    `insert into content.package (id, owner_id, file_name, size, sha256, idempotency_key, shares,
       state, standard, title, manifest, items, parser_version, findings, report, files, progress)
     select $1, $2, $3, $4, $5, $6, h.id,
       h.state, h.standard, h.title, h.manifest, h.items, h.parser_version, h.findings, h.report, h.files, h.progress
     from content.package h where h.sha256 = $5 and h.shares is null and h.state not in ('refused', 'removing') for share
     on conflict do nothing returning id, state`,
    [it.id, it.ownerId, it.fileName, it.size, it.sha256, it.idempotencyKey],
  );

/** Notes that an upload is under way, before its first byte is stored. */
export const openUpload = (em: EntityManager, id: string, zipKey: string): Promise<object[]> =>
  rows(em, `insert into content.upload (id, zip_key) values ($1, $2)`, [id, zipKey]);

/** Where the upload was to lie; undefined when it became a package. */
export const uploadOf = (em: EntityManager, id: string): Promise<{ zip_key: string } | undefined> =>
  row(em, `select zip_key from content.upload where id = $1`, [id]);

export const closeUploads = (em: EntityManager, ids: readonly string[]): Promise<object[]> =>
  rows(em, `delete from content.upload where id = any($1::uuid[])`, [ids]);

/** Uploads that began more than a day ago and became nothing. */
export const abandonedUploads = (em: EntityManager): Promise<{ id: string; zip_key: string }[]> =>
  rows(em, `select id, zip_key from content.upload where started_at < clock_timestamp() - interval '1 day' order by id limit 500`);
