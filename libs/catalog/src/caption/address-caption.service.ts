import { Injectable } from '@nestjs/common';
import { AddressCaptionQuery, type Actor, type CourseId, type FileId, type Language } from '@aula/contracts';
import { Problem, Work, found } from '@aula/platform';
import { CourseService } from '../course/course.service.js';
import { captionAt, captionsAt, removeCaptionAt, type Outside } from './address-caption.queries.js';
import { languageIn } from './caption.entity.js';
import type { CaptionRow } from './caption.queries.js';

/** Captions of videos that a course plays from elsewhere. */
@Injectable()
export class AddressCaptions {
  constructor(
    private readonly work: Work,
    private readonly courses: CourseService,
  ) {}

  /** None for whom the course's files are not. */
  list(actor: Actor, video: Outside): Promise<CaptionRow[]> {
    return this.work.read((em) => captionsAt(em, actor, video));
  }

  /** Throws unless the actor writes the course: asked before a byte is taken. Problems: not-found; forbidden. */
  async demandAuthor(actor: Actor, courseId: CourseId): Promise<void> {
    await this.work.run((em) => this.courses.held(em, actor, courseId));
  }

  /** Problems: invalid `catalog.captions-without-language`, `catalog.captions-without-address`; not-found; forbidden. Returns the address. */
  async caption(actor: Actor, courseId: CourseId, given: Readonly<Record<string, string | undefined>>, captionId: FileId): Promise<string> {
    const language = languageIn(given['language']);
    if (!language) throw new Problem('invalid', 'catalog.captions-without-language');
    const named = AddressCaptionQuery.safeParse({ address: given['address'] });
    if (!named.success) throw new Problem('invalid', 'catalog.captions-without-address');
    const { address } = named.data;
    await this.work.run(async (em) => {
      await this.courses.held(em, actor, courseId);
      await captionAt(em, { courseId, address }, language, captionId);
    });
    return address;
  }

  /** Problems: not-found; forbidden. */
  async remove(actor: Actor, video: Outside, language: Language): Promise<void> {
    await this.work.run(async (em) => {
      await this.courses.held(em, actor, video.courseId);
      found((await removeCaptionAt(em, video, language)) || undefined);
    });
  }
}
