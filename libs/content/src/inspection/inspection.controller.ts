import { Controller, Get, Param, Query } from '@nestjs/common';
import { ContentAttemptId, ContentAttemptList, ContentAttemptQuery, ContentAttemptView, type Actor, type Page } from '@aula/contracts';
import { May, Signed, pageOfRows } from '@aula/platform';
import { resultOf } from '../attempt/attempt.entity.js';
import { InspectionService, type Inspected } from './inspection.service.js';
import { mayRestore } from './inspection.policy.js';
import { subjectOf } from './inspection.queries.js';

@Controller('api/content/attempts')
export class InspectionController {
  constructor(private readonly inspection: InspectionService) {}

  @Get()
  @May('attempt.inspect', ContentAttemptList)
  async list(
    @Signed() actor: Actor,
    @Query({ schema: ContentAttemptQuery }) query: ContentAttemptQuery,
  ): Promise<Page<ContentAttemptView>> {
    return pageOfRows(
      await this.inspection.list(actor, query),
      query.limit,
      (it) => toView(it, actor),
      (it) => [it.enrollment_id, it.unit_id, it.number],
    );
  }

  @Get(':id')
  @May('attempt.inspect', ContentAttemptView)
  async one(@Signed() actor: Actor, @Param('id', { schema: ContentAttemptId }) id: ContentAttemptId): Promise<ContentAttemptView> {
    return toView(await this.inspection.one(actor, id), actor);
  }
}

const toView = (it: Inspected, actor: Actor): ContentAttemptView => ({
  id: it.id,
  enrollmentId: it.enrollment_id,
  editionId: it.edition_id,
  editionTitle: it.edition_title,
  unitId: it.unit_id,
  unitTitle: it.unit_title,
  personId: it.person_id,
  person: it.given_name === null ? null : { givenName: it.given_name, familyName: it.family_name ?? '' },
  packageId: it.package_id,
  packageTitle: it.package_title,
  number: it.number,
  result: resultOf(it),
  packageScore: it.packageScore,
  observedSeconds: it.observedSeconds,
  openedAt: it.opened_at,
  leasedAt: it.leased_at,
  busy: it.busy,
  quarantined: it.quarantined,
  hints: it.hints,
  may: ['attempt.inspect', ...(mayRestore(actor, subjectOf(it)) ? ['attempt.restore'] : [])],
});
