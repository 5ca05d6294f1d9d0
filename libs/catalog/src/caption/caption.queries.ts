import type { EntityManager } from '@mikro-orm/postgresql';
import type { CourseId, FileId, Language } from '@aula/contracts';
import { change, row, rows } from '@aula/platform';
import type { Media } from '../unit/page.entity.js';

export interface CaptionRow {
  language: Language;
  fileId: FileId;
  name: string;
}

/** The captions of a file, in the order of their languages. */
export const captionsOf = (em: EntityManager, fileId: FileId): Promise<CaptionRow[]> =>
  rows(
    em,
    `select c.language, c.caption_id as "fileId", f.name from catalog.caption c join catalog.course_file f on f.id = c.caption_id
     where c.file_id = $1 order by c.language`,
    [fileId],
  );

/** A file of the course. */
export const fileOfCourse = (
  em: EntityManager,
  courseId: CourseId,
  fileId: FileId,
): Promise<{ name: string; content_type: string } | undefined> =>
  row(em, `select name, content_type from catalog.course_file where course_id = $1 and id = $2`, [courseId, fileId]);

/** Captions of a language take the place of those that were there; their file stays, a reader may have it open. */
export const captionWith = (em: EntityManager, fileId: FileId, language: Language, captionId: FileId): Promise<object[]> =>
  rows(
    em,
    `insert into catalog.caption (file_id, language, caption_id) values ($1, $2, $3)
     on conflict (file_id, language) do update set caption_id = excluded.caption_id`,
    [fileId, language, captionId],
  );

export const removeCaption = (em: EntityManager, fileId: FileId, language: Language): Promise<number> =>
  change(em, `delete from catalog.caption where file_id = $1 and language = $2`, [fileId, language]);

/** What pages must know of these files. */
export const mediaOf = async (em: EntityManager, ids: readonly string[]): Promise<Media> => {
  if (ids.length === 0) return new Map();
  const known = await rows<{ id: FileId; name: string; video: boolean; captions: { language: Language; fileId: string }[] }>(
    em,
    `select f.id, f.name, f.content_type like 'video/%' as video,
       coalesce((select jsonb_agg(jsonb_build_object('language', c.language, 'fileId', c.caption_id) order by c.language)
         from catalog.caption c where c.file_id = f.id), '[]') as captions
     from catalog.course_file f where f.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(known.map(({ id, ...media }) => [id, media]));
};
