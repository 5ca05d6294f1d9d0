import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  CourseId,
  CourseVersionId,
  CourseVersionList,
  CourseVersionView,
  PageQuery,
  PublicationView,
  UnitId,
  UnitView,
  type Actor,
  type Page,
} from '@aula/contracts';
import { May, Signed, Visitor, Work, decodeCursor, found, pageOfRows, sortValue } from '@aula/platform';
import { MediaService } from '../caption/media.service.js';
import { unitsOfVersions } from '../unit/unit.queries.js';
import { unitOf, versionOf, versionsOf, type CourseVersionRow } from './course-version.queries.js';
import { CourseVersionService } from './course-version.service.js';

type Units = Awaited<ReturnType<typeof unitsOfVersions>>;

@Controller('api/catalog')
export class CourseVersionController {
  constructor(
    private readonly versions: CourseVersionService,
    private readonly work: Work,
    private readonly media: MediaService,
  ) {}

  @Post('courses/:id/publications')
  @May('course.author', PublicationView, { status: 201 })
  publish(@Signed() actor: Actor, @Param('id', { schema: CourseId }) id: CourseId): Promise<PublicationView> {
    return this.versions.publish(actor, id);
  }

  @Get('courses/:id/versions')
  @May('course.read', CourseVersionList)
  async list(
    @Visitor() actor: Actor | undefined,
    @Param('id', { schema: CourseId }) id: CourseId,
    @Query({ schema: PageQuery }) { cursor, limit }: PageQuery,
  ): Promise<Page<CourseVersionView>> {
    const [before] = decodeCursor(cursor, sortValue.integer) ?? [null];
    const { found: listed, units } = await this.work.read(async (em) => {
      const found = await versionsOf(em, actor, id, { before, limit });
      return {
        found,
        units: await unitsOfVersions(
          em,
          found.map((version) => version.id),
        ),
      };
    });
    return pageOfRows(
      listed,
      limit,
      (version) => toView(version, units),
      (version) => [version.number],
    );
  }

  @Get('course-versions/:id')
  @May('course.read', CourseVersionView)
  read(@Visitor() actor: Actor | undefined, @Param('id', { schema: CourseVersionId }) id: CourseVersionId): Promise<CourseVersionView> {
    return this.work.read(async (em) => toView(found(await versionOf(em, actor, id)), await unitsOfVersions(em, [id])));
  }

  @Get('course-versions/:id/units/:unitId')
  @May('unit.read', UnitView)
  async readUnit(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseVersionId }) id: CourseVersionId,
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
  ): Promise<UnitView> {
    return this.media.readable(found(await this.work.read((em) => unitOf(em, actor, id, unitId))));
  }
}

const toView = (version: CourseVersionRow, units: Units): CourseVersionView => ({
  id: version.id,
  courseId: version.course_id,
  number: version.number,
  code: version.code,
  title: version.title,
  summary: version.summary,
  hours: version.hours,
  languages: version.languages,
  completion: version.completion,
  publishedAt: version.published_at,
  units: units.filter((unit) => unit.course_version_id === version.id),
});
