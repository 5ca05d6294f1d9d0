import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, CourseId, FileId, PersonId } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { filesReadableIn, readerOf } from '../course/course.queries.js';

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

/** A file, if the actor may have it. */
export const fileFor = (em: EntityManager, actor: Actor, id: FileId): Promise<CourseFileRow | undefined> =>
  row(
    em,
    `select f.id, f.name, f.content_type, f.size, f.etag from catalog.course_file f where f.id = $3 and ${filesReadableIn('f.course_id')}`,
    [...readerOf(actor), id],
  );

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
