import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor, CourseId, FileId } from '@aula/contracts';
import { Ids, ObjectStorage, Problem, Work, found } from '@aula/platform';
import { CourseService } from '../course/course.service.js';
import { acceptedExtensions, contentTypeOf, extensionOf, readingOf, type Asked, type Reading } from './course-file.entity.js';
import { fileFor, keepFile, type CourseFileRow } from './course-file.queries.js';

/** Bytes of one file of a course. */
export const mostBytes = 500 * 1_048_576;

/** Where the files of courses lie; the rest of a key is the file's id. */
export const filesPrefix = 'catalog/files/';

@Injectable()
export class CourseFileService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly storage: ObjectStorage,
    private readonly courses: CourseService,
  ) {}

  /** Throws unless the actor may add files: asked before a byte is taken. Problems: not-found; forbidden. */
  async demandAuthor(actor: Actor, courseId: CourseId): Promise<void> {
    await this.work.run((em) => this.courses.held(em, actor, courseId));
  }

  /** Stores a file while it arrives. Problems: not-found; forbidden; unsupported `catalog.file-type-refused`. */
  async keep(actor: Actor, courseId: CourseId, { name, stream }: { name: string; stream: Readable }): Promise<CourseFileRow> {
    const contentType = contentTypeOf(name);
    if (!contentType)
      throw new Problem('unsupported', 'catalog.file-type-refused', {
        extension: extensionOf(name),
        accepted: acceptedExtensions.join(', '),
      });
    const id = this.ids.next<FileId>();
    const { size, etag } = await this.storage.put(keyOf(id), stream, contentType);
    const file = { id, name, content_type: contentType, size, etag };
    try {
      await this.work.run(async (em) => {
        await this.courses.held(em, actor, courseId);
        await keepFile(em, courseId, actor.personId, file);
      });
    } catch (error) {
      await this.storage.remove([keyOf(id)]);
      throw error;
    }
    return file;
  }

  /** A file, or the part of it that is asked for; no bytes when the reader has them. Problems: not-found; `catalog.range-not-satisfiable`. */
  async read(actor: Actor, id: FileId, asked: Asked): Promise<{ file: CourseFileRow; reading: Reading; body: Readable | undefined }> {
    const file = found(await this.work.read((em) => fileFor(em, actor, id)));
    const reading = readingOf(file, asked);
    if (reading.status === 416) throw new Problem('range-not-satisfiable', 'catalog.range-not-satisfiable', { size: file.size });
    if (reading.status === 304) return { file, reading, body: undefined };
    const range = reading.status === 206 ? { start: reading.start, end: reading.end } : undefined;
    return { file, reading, body: found(await this.storage.get(keyOf(id), range)).body };
  }
}

const keyOf = (id: FileId): string => `${filesPrefix}${id}`;
