import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows } from '@aula/platform';
import type { PackageFile } from './file.entity.js';

/** A file of a package by its path, else by the one that differs in capitals alone; undefined when there is none. */
export const fileOf = (em: EntityManager, packageId: string, path: string): Promise<PackageFile | undefined> =>
  row(
    em,
    `select f.storage_key as key, f.size, f.etag, f.content_type as type, f.attachment, b.br, b.gzip
     from content.package p join content.package_file f on f.sha256 = p.sha256 left join content.blob b on b.sha256 = f.blob
     where p.id = $1 and (f.path = $2 or f.folded = $3) order by f.path = $2 desc limit 1`,
    [packageId, path, path.toLowerCase()],
  );

/** Every file of a package, by path; `size` in bytes. */
export const filesOf = (em: EntityManager, packageId: string): Promise<{ path: string; size: number }[]> =>
  rows(
    em,
    `select f.path, f.size from content.package p join content.package_file f on f.sha256 = p.sha256 where p.id = $1 order by f.path`,
    [packageId],
  );
