import { Injectable } from '@nestjs/common';
import type { Actor, CourseDifferencesQuery, CourseDifferencesView, CourseId, CourseRestorationCreate, DraftCopyId } from '@aula/contracts';
import { Clock, Ids, Work, found } from '@aula/platform';
import { CourseService, onFreeCode } from '../course/course.service.js';
import { copyDraft, copyOf, replaceUnits, stateOf } from './course-history.queries.js';
import { differencesOf } from './difference.entity.js';

@Injectable()
export class CourseHistoryService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly courses: CourseService,
  ) {}

  /** What is not the same in two states of a course. Problems: not-found; forbidden. */
  differences(actor: Actor, id: CourseId, { from, to }: CourseDifferencesQuery): Promise<CourseDifferencesView> {
    return this.work.run(async (em) => {
      await this.courses.held(em, actor, id);
      const before = from === undefined ? undefined : found(await stateOf(em, id, from));
      return differencesOf(before, found(await stateOf(em, id, to)));
    });
  }

  /** Makes the draft what a version was, or what a copy holds; keeps what it was. Problems: not-found; forbidden; conflict `catalog.code-taken`. */
  restore(actor: Actor, id: CourseId, wish: CourseRestorationCreate): Promise<DraftCopyId> {
    return this.work.run(async (em) => {
      const course = await this.courses.held(em, actor, id);
      const state = found('versionId' in wish ? await stateOf(em, id, wish.versionId) : await copyOf(em, id, wish.copyId));
      const copyId = this.ids.next<DraftCopyId>();
      await copyDraft(em, copyId, id, actor.personId);
      const { units, completion, ...about } = state;
      course.change(about, this.clock.now());
      course.completion = completion;
      course.changed(actor.personId, this.clock.now(), 'course');
      await onFreeCode(about.code, () => em.flush());
      await replaceUnits(em, id, actor.personId, units);
      return copyId;
    });
  }
}
