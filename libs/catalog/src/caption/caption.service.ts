import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor, CourseId, FileId, Language } from '@aula/contracts';
import { Problem, Work, found } from '@aula/platform';
import { CourseService } from '../course/course.service.js';
import { fileFor } from '../course-file/course-file.queries.js';
import { CourseFileService } from '../course-file/course-file.service.js';
import { isWebVtt, languageIn, mostCaptionBytes } from './caption.entity.js';
import { captionWith, captionsOf, fileOfCourse, removeCaption, type CaptionRow } from './caption.queries.js';

@Injectable()
export class CaptionService {
  constructor(
    private readonly work: Work,
    private readonly courses: CourseService,
    private readonly files: CourseFileService,
  ) {}

  /** Problems: not-found. */
  list(actor: Actor, fileId: FileId): Promise<CaptionRow[]> {
    return this.work.read(async (em) => {
      found(await fileFor(em, actor, fileId));
      return captionsOf(em, fileId);
    });
  }

  /** Throws unless the file is a video of a course that the actor writes: asked before a byte is taken. Problems: not-found; forbidden; conflict `catalog.not-a-video`. */
  async demandVideo(actor: Actor, courseId: CourseId, fileId: FileId): Promise<void> {
    await this.work.run(async (em) => {
      await this.courses.held(em, actor, courseId);
      const { name, content_type: type } = found(await fileOfCourse(em, courseId, fileId));
      if (!type.startsWith('video/')) throw new Problem('conflict', 'catalog.not-a-video', { name });
    });
  }

  /** Stores captions that arrive. Problems: invalid `catalog.captions-invalid`; not-found; forbidden. */
  async receive(actor: Actor, courseId: CourseId, { name, stream }: { name: string; stream: Readable }): Promise<FileId> {
    const text = await textOf(stream);
    if (text === undefined || !isWebVtt(text)) throw new Problem('invalid', 'catalog.captions-invalid', { name });
    const named = name.toLowerCase().endsWith('.vtt') ? name : `${name}.vtt`;
    const file = await this.files.keep(actor, courseId, { name: named, stream: Readable.from([Buffer.from(text)]) });
    return file.id;
  }

  /** Makes a stored file the captions of a video. Problems: invalid `catalog.captions-without-language`; not-found; forbidden. */
  async caption(
    actor: Actor,
    courseId: CourseId,
    fileId: FileId,
    given: { language: string | undefined; captionId: FileId },
  ): Promise<void> {
    const language = languageIn(given.language);
    if (!language) throw new Problem('invalid', 'catalog.captions-without-language');
    await this.work.run(async (em) => {
      await this.courses.held(em, actor, courseId);
      await captionWith(em, fileId, language, given.captionId);
    });
  }

  /** Takes the captions of a language away. Problems: not-found; forbidden. */
  async remove(actor: Actor, courseId: CourseId, fileId: FileId, language: Language): Promise<void> {
    await this.demandVideo(actor, courseId, fileId);
    await this.work.run(async (em) => {
      await this.courses.held(em, actor, courseId);
      found((await removeCaption(em, fileId, language)) || undefined);
    });
  }
}

/** The text of a short file; undefined when it is longer than captions are. The rest is read to its end all the same. */
const textOf = async (stream: Readable): Promise<string | undefined> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    size += (part as Buffer).length;
    if (size <= mostCaptionBytes) parts.push(part as Buffer);
  }
  return size > mostCaptionBytes ? undefined : Buffer.concat(parts).toString('utf8');
};
