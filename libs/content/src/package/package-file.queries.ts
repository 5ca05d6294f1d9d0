import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '@aula/platform';
import { storableJson } from './package.entity.js';
import type { PackageFileRow } from './package-file.entity.js';

/** Enters unpacked files, whose bytes are stored. Where equal bytes were entered first, those count. Fails when they go meanwhile. */
export const enterFiles = async (em: EntityManager, sha256: string, files: readonly PackageFileRow[]): Promise<void> => {
  await rows(
    em,
    `insert into content.blob (sha256, size, storage_key, br, gzip)
     select distinct on (sha256) sha256, size, storage_key, br, gzip
     from jsonb_to_recordset($1::jsonb) as b(sha256 text, size bigint, storage_key text, br integer, gzip integer) order by sha256
     on conflict (sha256) do nothing`,
    [storableJson(files.map(({ blob }) => blob))],
  );
  await rows(
    em,
    `insert into content.package_file (sha256, path, folded, size, content_type, attachment, storage_key, etag, blob)
     select $1, f.path, f.folded, f.size, f.content_type, f.attachment, coalesce(b.storage_key, ''), f.hash, f.hash
     from jsonb_to_recordset($2::jsonb) as f(path text, folded text, size bigint, content_type text, attachment boolean, hash text)
     left join content.blob b on b.sha256 = f.hash
     on conflict (sha256, path) do update set (folded, size, content_type, attachment, storage_key, etag, blob) =
       (excluded.folded, excluded.size, excluded.content_type, excluded.attachment, excluded.storage_key, excluded.etag, excluded.blob)`,
    [sha256, storableJson(files.map(({ blob, ...file }) => ({ ...file, hash: blob.sha256 })))],
  );
};

/** What an earlier start of the unpacking stored already. */
export const enteredFiles = (em: EntityManager, sha256: string): Promise<{ path: string; size: number }[]> =>
  rows(em, `select path, size from content.package_file where sha256 = $1`, [sha256]);

/** Bytes of each file as it goes over the line to a browser of today. */
export const sentSizes = async (em: EntityManager, sha256: string): Promise<Map<string, number>> => {
  const found = await rows<{ path: string; sent: number }>(
    em,
    `select f.path, coalesce(b.br, b.gzip, f.size) as sent from content.package_file f left join content.blob b on b.sha256 = f.blob
     where f.sha256 = $1`,
    [sha256],
  );
  return new Map(found.map(({ path, sent }) => [path, sent]));
};
