import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  EditionChange,
  EditionCreate,
  EditionCreated,
  EditionId,
  EditionList,
  EditionQuery,
  EditionView,
  type Actor,
  type Page,
} from '@aula/contracts';
import { May, Signed, Work, found, pageOfRows } from '@aula/platform';
import { mayAttest, mayEnroll, mayOpen, mayRemind, seesOthers } from '../enrollment.policy.js';
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

  @Patch(':id')
  @May('edition.change', EditionView)
  async change(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Body({ schema: EditionChange }) body: EditionChange,
  ): Promise<EditionView> {
    await this.editions.change(actor, id, body);
    return this.read(actor, id);
  }

  @Post(':id/closure')
  @HttpCode(200)
  @May('edition.change', EditionView)
  async close(@Signed() actor: Actor, @Param('id', { schema: EditionId }) id: EditionId): Promise<EditionView> {
    await this.editions.close(actor, id);
    return this.read(actor, id);
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
  may: rightsOver(edition, actor),
});

const rightsOver = ({ id, state, course_id: courseId, institution_path: institutionPath }: EditionRow, actor: Actor): string[] => [
  ...(state !== 'closed' && mayEnroll(actor, { institutionPath }) ? ['edition.enroll'] : []),
  ...(seesOthers(actor) ? ['edition.roster'] : []),
  ...(mayAttest(actor, { id, courseId, institutionPath }) ? ['edition.attest'] : []),
  ...(mayOpen(actor, { institutionPath }) ? ['edition.change'] : []),
  ...(state === 'open' && mayRemind(actor, { id, courseId, institutionPath }) ? ['edition.remind'] : []),
];
