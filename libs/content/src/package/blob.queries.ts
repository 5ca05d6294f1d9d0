import type { EntityManager } from '@mikro-orm/postgresql';
import { codings, row, rows } from '@aula/platform';
import type { BlobRow } from './blob.entity.js';

export const blobOf = (em: EntityManager, sha256: string): Promise<BlobRow | undefined> =>
  row(em, `select sha256, size, storage_key, br, gzip from content.blob where sha256 = $1`, [sha256]);

/** Removes the files of an archive, and answers the keys of blobs that nothing refers to any more. Fails when one is taken up meanwhile. */
export const dropFiles = async (em: EntityManager, sha256: string): Promise<string[]> => {
  const dropped = await rows<{ blob: string | null }>(em, `delete from content.package_file where sha256 = $1 returning blob`, [sha256]);
  const blobs = dropped.flatMap(({ blob }) => (blob === null ? [] : [blob]));
  const gone = await rows<{ key: string }>(
    em,
    `delete from content.blob b where b.sha256 = any($1::text[])
       and not exists (select from content.package_file f where f.blob = b.sha256) returning b.storage_key as key`,
    [[...new Set(blobs)]],
  );
  return gone.map(({ key }) => key);
};

/** Those of the keys of an archive's folder that no blob, nor any of its files, speaks of. */
export const unusedKeys = async (em: EntityManager, sha256: string, keys: readonly string[]): Promise<string[]> => {
  const found = await rows<{ key: string }>(
    em,
    `select key from unnest($2::text[]) as key
     where not exists (select from content.blob where storage_key = regexp_replace(key, $3, ''))
       and not exists (select from content.package_file f where f.sha256 = $1 and f.storage_key = key)`,
    [sha256, keys, `[.](${codings.join('|')})$`],
  );
  return found.map(({ key }) => key);
};
