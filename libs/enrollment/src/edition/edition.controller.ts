import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { EditionCreate, EditionCreated, EditionId, EditionList, EditionQuery, EditionView, type Actor, type Page } from '@aula/contracts';
import { May, Signed, Work, found, pageOfRows } from '@aula/platform';
import { mayAttest, mayEnroll, seesOthers } from '../enrollment.policy.js';
import { editionFor, editionsFor, type EditionRow } from './edition.queries.js';
import { EditionService } from './edition.service.js';

@Controller('api/enrollment/editions')
export class EditionController {
  constructor(
    private readonly editions: EditionService,
    private readonly work: Work,
  ) {}

  @Get()
  @May('edition.read', EditionList)
  async list(@Signed() actor: Actor, @Query({ schema: EditionQuery }) query: EditionQuery): Promise<Page<EditionView>> {
    const listed = await this.work.read((em) => editionsFor(em, actor, query));
    return pageOfRows(
      listed,
      query.limit,
      (edition) => toView(edition, actor),
      (edition) => [edition.id],
    );
  }

  @Post()
  @May('edition.open', EditionCreated, { status: 201 })
  async open(@Signed() actor: Actor, @Body({ schema: EditionCreate }) body: EditionCreate): Promise<EditionCreated> {
    return { id: await this.editions.open(actor, body) };
  }

  @Get(':id')
  @May('edition.read', EditionView)
  async read(@Signed() actor: Actor, @Param('id', { schema: EditionId }) id: EditionId): Promise<EditionView> {
    return toView(found(await this.work.read((em) => editionFor(em, actor, id))), actor);
  }
}

const toView = (edition: EditionRow, actor: Actor): EditionView => ({
  id: edition.id,
  courseVersionId: edition.course_version_id,
  courseId: edition.course_id,
  courseCode: edition.course_code,
  courseTitle: edition.course_title,
  title: edition.title,
  mode: edition.mode,
  opensAt: edition.opens_at,
  closesAt: edition.closes_at,
  timeZone: edition.time_zone,
  capacity: edition.capacity,
  institutionId: edition.institution_id,
  state: edition.state,
  enrolled: edition.enrolled,
  completed: edition.completed,
  may: [
    ...(edition.state !== 'closed' && mayEnroll(actor, { institutionPath: edition.institution_path }) ? ['edition.enroll'] : []),
    ...(seesOthers(actor) ? ['edition.roster'] : []),
    ...(mayAttest(actor, { id: edition.id, courseId: edition.course_id, institutionPath: edition.institution_path })
      ? ['edition.attest']
      : []),
  ],
});
