import type { EntityManager } from '@mikro-orm/postgresql';
import { mostUploads, type UploadId } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import type { UploadRow } from './upload.entity.js';

const columns = `id, owner_id, file_name, size, received, package_id, created_at, expires_at, expires_at < clock_timestamp() as expired`;

/** Enters an upload; undefined when its owner has as many under way as one person may have. */
export const enterUpload = async (
  em: EntityManager,
  it: Pick<UploadRow, 'id' | 'owner_id' | 'file_name' | 'size'>,
): Promise<UploadRow | undefined> => {
  await rows(em, `select pg_advisory_xact_lock(hashtextextended('upload:' || $1, 0))`, [it.owner_id]); // two at once are counted one by one
  return row(
    em,
    `insert into content.resumable_upload (id, owner_id, file_name, size) select $1, $2, $3, $4
     where (select count(*) from content.resumable_upload where owner_id = $2 and package_id is null and expires_at > clock_timestamp()) < $5
     returning ${columns}`,
    [it.id, it.owner_id, it.file_name, it.size, mostUploads],
  );
};

/** An upload of this owner, or of anyone where no owner is named. */
export const uploadById = (em: EntityManager, id: string, ownerId?: string): Promise<UploadRow | undefined> =>
  row(em, `select ${columns} from content.resumable_upload where id = $1 and owner_id = coalesce($2, owner_id)`, [id, ownerId ?? null]);

/** What the owner has under way, the latest first. */
export const uploadsOf = (em: EntityManager, ownerId: string): Promise<UploadRow[]> =>
  rows(
    em,
    `select ${columns} from content.resumable_upload
     where owner_id = $1 and package_id is null and expires_at > clock_timestamp() order by id desc`,
    [ownerId],
  );

export interface Part {
  start: number;
  size: number;
  storage_key: string;
}

/** Enters a stored part where the upload ends; undefined when it ends elsewhere by now. The whole is there when `received` is `size`. */
export const enterPart = async (
  em: EntityManager,
  id: string,
  part: Part,
): Promise<Pick<UploadRow, 'id' | 'received' | 'size'> | undefined> => {
  const upload = await row<Pick<UploadRow, 'id' | 'received' | 'size'>>(
    em,
    `update content.resumable_upload set received = received + $3
     where id = $1 and received = $2 and received + $3 <= size returning id, received, size`,
    [id, part.start, part.size],
  );
  if (upload)
    await rows(em, `insert into content.upload_part (upload_id, start, size, storage_key) values ($1, $2, $3, $4)`, [
      id,
      part.start,
      part.size,
      part.storage_key,
    ]);
  return upload;
};

/** The parts of an upload in order. */
export const partsOf = (em: EntityManager, id: string): Promise<Part[]> =>
  rows(em, `select start, size, storage_key from content.upload_part where upload_id = $1 order by start`, [id]);

/** Notes what became of the upload; its parts are not needed any more. */
export const noteAssembled = async (em: EntityManager, id: string, packageId: string): Promise<void> => {
  await rows(em, `update content.resumable_upload set package_id = $2 where id = $1`, [id, packageId]);
  await rows(em, `delete from content.upload_part where upload_id = $1`, [id]);
};

export const forgetUpload = (em: EntityManager, id: string): Promise<object[]> =>
  rows(em, `delete from content.resumable_upload where id = $1`, [id]);

/** Some uploads whose time is over, an hour ago at least: nobody writes to them any more. */
export const expiredUploads = (em: EntityManager): Promise<{ id: UploadId }[]> =>
  rows(em, `select id from content.resumable_upload where expires_at < clock_timestamp() - interval '1 hour' order by id limit 100`);

/** Those of the keys whose upload is not there any more. */
export const partsWithoutUpload = async (em: EntityManager, keys: readonly string[]): Promise<string[]> => {
  const found = await rows<{ key: string }>(
    em,
    `select key from unnest($1::text[]) as key
     where not exists (select from content.resumable_upload where id::text = split_part(key, '/', 2))`,
    [keys],
  );
  return found.map(({ key }) => key);
};
