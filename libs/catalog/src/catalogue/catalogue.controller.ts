import { Controller, Get, Query, Res } from '@nestjs/common';
import { CatalogueOverview, CourseFacets, CourseQuery, type Actor } from '@aula/contracts';
import { May, Visitor, Work, type AulaReply } from '@aula/platform';
import { facetsFor, overview } from './catalogue.queries.js';

@Controller('api/catalog')
export class CatalogueController {
  constructor(private readonly work: Work) {}

  @Get('facets')
  @May('course.read', CourseFacets)
  facets(@Visitor() actor: Actor | undefined, @Query({ schema: CourseQuery }) query: CourseQuery): Promise<CourseFacets> {
    return this.work.read((em) => facetsFor(em, actor, query));
  }

  /** The same for everybody, and read by many: whoever stands in between may keep it for a minute. */
  @Get('overview')
  @May('course.read', CatalogueOverview)
  async overview(@Res({ passthrough: true }) reply: AulaReply): Promise<CatalogueOverview> {
    void reply.header('cache-control', 'public, max-age=60');
    return this.work.read(overview);
  }
}
