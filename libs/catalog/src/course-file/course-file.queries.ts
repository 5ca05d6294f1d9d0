import type { EntityManager } from '@mikro-orm/postgresql';
import type { CourseId, FileId, PersonId } from '@aula/contracts';
import { row, rows } from '@aula/platform';

export interface CourseFileRow {
  id: FileId;
  name: string;
  content_type: string;
  size: number;
  etag: string;
}

export const keepFile = (em: EntityManager, courseId: CourseId, uploadedBy: PersonId, file: CourseFileRow): Promise<object[]> =>
  rows(
    em,
    `insert into catalog.course_file (id, course_id, name, content_type, size, etag, uploaded_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    [file.id, courseId, file.name, file.content_type, file.size, file.etag, uploadedBy],
  );

export const fileOf = (em: EntityManager, id: FileId): Promise<CourseFileRow | undefined> =>
  row(em, `select id, name, content_type, size, etag from catalog.course_file where id = $1`, [id]);

/** Those of `keys`, which begin with `prefix`, that are the file of no course. */
export const forsakenKeys = async (em: EntityManager, prefix: string, keys: string[]): Promise<string[]> => {
  const found = await rows<{ key: string }>(
    em,
    `select k.key from unnest($2::text[]) as k(key)
     where not exists (select from catalog.course_file f where f.id = substr(k.key, length($1) + 1)::uuid)`,
    [prefix, keys],
  );
  return found.map(({ key }) => key);
};
