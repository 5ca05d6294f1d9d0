import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, CourseId, FileId, Language } from '@aula/contracts';
import { change, rows } from '@aula/platform';
import { filesReadableIn, readerOf } from '../course/course.queries.js';
import type { CaptionRow } from './caption.queries.js';

/** A video that lies elsewhere, as a course plays it. */
export interface Outside {
  courseId: CourseId;
  address: string;
}

/** The captions that the course has for a video elsewhere, in the order of their languages; none for whom its files are not. */
export const captionsAt = (em: EntityManager, actor: Actor, { courseId, address }: Outside): Promise<CaptionRow[]> =>
  rows(
    em,
    `select c.language, c.caption_id as "fileId", f.name from catalog.address_caption c join catalog.course_file f on f.id = c.caption_id
     where c.course_id = $3 and c.address = $4 and ${filesReadableIn('c.course_id')} order by c.language`,
    [...readerOf(actor), courseId, address],
  );

/** Captions of a language take the place of those that were there; their file stays, a reader may have it open. */
export const captionAt = (em: EntityManager, { courseId, address }: Outside, language: Language, captionId: FileId): Promise<object[]> =>
  rows(
    em,
    `insert into catalog.address_caption (course_id, address, language, caption_id) values ($1, $2, $3, $4)
     on conflict (course_id, address, language) do update set caption_id = excluded.caption_id`,
    [courseId, address, language, captionId],
  );

export const removeCaptionAt = (em: EntityManager, { courseId, address }: Outside, language: Language): Promise<number> =>
  change(em, `delete from catalog.address_caption where course_id = $1 and address = $2 and language = $3`, [courseId, address, language]);
