import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '@aula/platform';
import { storableJson } from './package.entity.js';
import type { PackageFileRow } from './package-file.entity.js';

/** Enters unpacked files, whose bytes are stored. */
export const enterFiles = (em: EntityManager, sha256: string, files: readonly PackageFileRow[]): Promise<object[]> =>
  rows(
    em,
    `insert into content.package_file (sha256, path, folded, size, content_type, attachment, storage_key, etag)
     select $1, path, folded, size, content_type, attachment, storage_key, etag
     from jsonb_to_recordset($2::jsonb) as f(path text, folded text, size bigint, content_type text, attachment boolean, storage_key text, etag text)
     on conflict (sha256, path) do update set (folded, size, content_type, attachment, storage_key, etag) =
       (excluded.folded, excluded.size, excluded.content_type, excluded.attachment, excluded.storage_key, excluded.etag)`,
    [sha256, storableJson(files)],
  );

/** What an earlier start of the unpacking stored already. */
export const enteredFiles = (em: EntityManager, sha256: string): Promise<{ path: string; size: number }[]> =>
  rows(em, `select path, size from content.package_file where sha256 = $1`, [sha256]);

export const forgetFiles = (em: EntityManager, sha256: string): Promise<object[]> =>
  rows(em, `delete from content.package_file where sha256 = $1`, [sha256]);
