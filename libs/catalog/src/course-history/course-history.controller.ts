import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import {
  CourseDifferencesQuery,
  CourseDifferencesView,
  CourseId,
  CourseRestorationCreate,
  CourseRestored,
  type Actor,
} from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { CourseHistoryService } from './course-history.service.js';

@Controller('api/catalog/courses/:id')
export class CourseHistoryController {
  constructor(private readonly history: CourseHistoryService) {}

  @Get('differences')
  @May('course.author', CourseDifferencesView)
  differences(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) id: CourseId,
    @Query({ schema: CourseDifferencesQuery }) query: CourseDifferencesQuery,
  ): Promise<CourseDifferencesView> {
    return this.history.differences(actor, id, query);
  }

  @Post('restorations')
  @May('course.author', CourseRestored, { status: 201 })
  async restore(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) id: CourseId,
    @Body({ schema: CourseRestorationCreate }) body: CourseRestorationCreate,
  ): Promise<CourseRestored> {
    return { copyId: await this.history.restore(actor, id, body) };
  }
}
