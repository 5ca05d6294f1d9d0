import { Injectable } from '@nestjs/common';
import type { Actor, CourseId, CourseVersionId, PublicationView } from '@aula/contracts';
import { Ids, Problem, Work } from '@aula/platform';
import { isApproved } from '../course-review/course-review.queries.js';
import { CourseService, sentence } from '../course/course.service.js';
import { unitsOfDraft } from '../unit/unit.queries.js';
import { neighboursOf, publishDraft } from './course-version.queries.js';
import { missingFor } from './publication.entity.js';

@Injectable()
export class CourseVersionService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly courses: CourseService,
  ) {}

  /** Publishes the draft as the course's next version. Problems: not-found; forbidden; conflict `catalog.publication-refused` with all that is missing, `catalog.review-missing`. */
  publish(actor: Actor, courseId: CourseId): Promise<PublicationView> {
    return this.work.run(async (em, record) => {
      const course = await this.courses.held(em, actor, courseId);
      if (course.reviewRequired && !(await isApproved(em, courseId, course.draftRevision)))
        throw new Problem('conflict', 'catalog.review-missing');
      const units = await unitsOfDraft(em, courseId);
      const missing = missingFor(course, units, await neighboursOf(em, units));
      if (missing.length > 0) {
        const errors = missing.map(({ path, code, parameters }) => ({ path, message: sentence(code, parameters), code }));
        throw new Problem('conflict', 'catalog.publication-refused', { count: missing.length }, { errors });
      }
      const versionId = this.ids.next<CourseVersionId>();
      const number = course.versions + 1;
      await publishDraft(em, { id: versionId, courseId, number, publishedBy: actor.personId });
      course.publishAs(versionId);
      record('course-version.published', [{ courseId, courseVersionId: versionId }]);
      return { versionId, number };
    });
  }
}
