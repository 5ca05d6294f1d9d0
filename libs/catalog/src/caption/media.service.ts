import { Injectable } from '@nestjs/common';
import type { Actor, CourseId, PageRenderingView, UnitView } from '@aula/contracts';
import { Work } from '@aula/platform';
import { CourseService, sentence } from '../course/course.service.js';
import { filesIn, htmlOf, picturesIn, readableUnit } from '../unit/page.entity.js';
import { mediaOf } from './caption.queries.js';

/** Pages as they are read, with the videos of ours in them. */
@Injectable()
export class MediaService {
  constructor(
    private readonly work: Work,
    private readonly courses: CourseService,
  ) {}

  /** The unit with the HTML of its page, in each language. */
  readable(unit: UnitView): Promise<UnitView> {
    const ids = Object.values(unit.contents).flatMap((content) => filesIn(content?.body ?? ''));
    if (unit.kind !== 'page' || ids.length === 0) return Promise.resolve(readableUnit(unit, new Map()));
    return this.work.read(async (em) => readableUnit(unit, await mediaOf(em, ids)));
  }

  /** What a reader would see of a page that is being written, and what would keep some readers out. Problems: not-found; forbidden. */
  render(actor: Actor, courseId: CourseId, body: string): Promise<PageRenderingView> {
    return this.work.run(async (em) => {
      await this.courses.held(em, actor, courseId);
      const media = await mediaOf(em, filesIn(body));
      const findings = picturesIn(body).flatMap(({ line, described, fileId }) => {
        const known = fileId === undefined ? undefined : media.get(fileId);
        const mute = known?.video === true && known.captions.length === 0;
        return [
          ...(described ? [] : ['catalog.description-missing' as const]),
          ...(mute ? ['catalog.video-without-captions' as const] : []),
        ].map((code) => ({ code, line, message: sentence(code, { line }) }));
      });
      const videos = [...media].flatMap(([id, { name, video }]) => (video ? [{ id, name }] : []));
      return { html: htmlOf(body, media), findings, videos };
    });
  }
}
