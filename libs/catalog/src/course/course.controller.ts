import { Body, Controller, Get, Headers, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  CompletionRulePut,
  CourseChange,
  CourseCreate,
  CourseCreated,
  CourseId,
  CourseList,
  CourseQuery,
  CourseView,
  UnitOrder,
  type Actor,
  type Page,
  type UnitView,
} from '@aula/contracts';
import { May, Signed, Visitor, Work, found, pageOfRows } from '@aula/platform';
import { nextEditionsOf } from '../catalogue/catalogue.queries.js';
import { UnitService } from '../unit/unit.service.js';
import { mayAuthor } from './course.policy.js';
import { courseFor, coursesFor, subjectOf, type CourseRow } from './course.queries.js';
import { CourseService } from './course.service.js';
import { revisionIn } from './revision.entity.js';

@Controller('api/catalog/courses')
export class CourseController {
  constructor(
    private readonly courses: CourseService,
    private readonly units: UnitService,
    private readonly work: Work,
  ) {}

  @Get()
  @May('course.read', CourseList)
  async list(@Visitor() actor: Actor | undefined, @Query({ schema: CourseQuery }) query: CourseQuery): Promise<Page<CourseView>> {
    const { listed, editions } = await this.work.read(async (em) => {
      const found = await coursesFor(em, actor, query);
      return { listed: found, editions: await nextEditionsOf(em, publishedOf(found)) };
    });
    return pageOfRows(
      listed,
      query.limit,
      (course) => ({ ...toView(course, actor), ...(course.version_id && { editions: editions.get(course.id) ?? [] }) }),
      (course) => [course.id],
    );
  }

  @Post()
  @May('course.author', CourseCreated, { status: 201 })
  async create(@Signed() actor: Actor, @Body({ schema: CourseCreate }) body: CourseCreate): Promise<CourseCreated> {
    return { id: await this.courses.create(actor, body) };
  }

  @Get(':id')
  @May('course.read', CourseView)
  async read(@Visitor() actor: Actor | undefined, @Param('id', { schema: CourseId }) id: CourseId): Promise<CourseView> {
    const { course, units, authoring, editions } = await this.work.read(async (em) => {
      const read = found(await courseFor(em, actor, id));
      return { ...read, editions: await nextEditionsOf(em, publishedOf([read.course])) };
    });
    const next = course.version_id && { editions: editions.get(course.id) ?? [] };
    return { ...toView(course, actor, units), ...next, ...(authoring && { authoring }) };
  }

  @Patch(':id')
  @May('course.author', CourseView)
  async change(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) id: CourseId,
    @Body({ schema: CourseChange }) body: CourseChange,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<CourseView> {
    await this.courses.change(actor, id, body, revisionIn(ifMatch));
    return this.read(actor, id);
  }

  @Put(':id/completion')
  @May('course.author', CourseView)
  async ruleCompletion(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) id: CourseId,
    @Body({ schema: CompletionRulePut }) body: CompletionRulePut,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<CourseView> {
    await this.courses.ruleCompletion(actor, id, body.rule, revisionIn(ifMatch));
    return this.read(actor, id);
  }

  @Put(':id/unit-order')
  @May('course.author', CourseView)
  async orderUnits(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) id: CourseId,
    @Body({ schema: UnitOrder }) body: UnitOrder,
  ): Promise<CourseView> {
    await this.units.order(actor, id, body.unitIds);
    return this.read(actor, id);
  }
}

const publishedOf = (courses: readonly CourseRow[]): CourseId[] => courses.flatMap(({ id, version_id: version }) => (version ? [id] : []));

const toView = (course: CourseRow, actor: Actor | undefined, units?: UnitView[]): CourseView => ({
  id: course.id,
  code: course.code,
  title: course.title,
  summary: course.summary,
  hours: course.hours,
  languages: course.languages,
  institutionId: course.institution_id,
  public: course.public,
  state: course.version_id ? 'published' : 'draft',
  version: course.version_id === null ? null : { id: course.version_id, number: course.version_number!, publishedAt: course.published_at! },
  completion: course.completion,
  ...(units && { units }),
  may: mayAuthor(actor, subjectOf(course)) ? ['course.author'] : [],
});
