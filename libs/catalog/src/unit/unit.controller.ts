import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { CourseId, UnitChange, UnitCreate, UnitCreated, UnitId, UnitView, type Actor } from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { MediaService } from '../caption/media.service.js';
import { revisionIn } from '../course/revision.entity.js';
import { UnitService } from './unit.service.js';

@Controller('api/catalog/courses/:courseId/units')
export class UnitController {
  constructor(
    private readonly units: UnitService,
    private readonly media: MediaService,
  ) {}

  @Post()
  @May('course.author', UnitCreated, { status: 201 })
  async add(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Body({ schema: UnitCreate }) body: UnitCreate,
  ): Promise<UnitCreated> {
    return { id: await this.units.add(actor, courseId, body) };
  }

  @Get(':id')
  @May('course.author', UnitView)
  async preview(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Param('id', { schema: UnitId }) id: UnitId,
  ): Promise<UnitView> {
    return this.media.readable(await this.units.preview(actor, courseId, id));
  }

  @Patch(':id')
  @May('course.author', UnitView)
  async change(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Param('id', { schema: UnitId }) id: UnitId,
    @Body({ schema: UnitChange }) body: UnitChange,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<UnitView> {
    await this.units.change(actor, courseId, id, body, revisionIn(ifMatch));
    return this.preview(actor, courseId, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @May('course.author')
  async remove(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Param('id', { schema: UnitId }) id: UnitId,
  ): Promise<void> {
    await this.units.remove(actor, courseId, id);
  }

  @Post(':id/restoration')
  @HttpCode(200)
  @May('course.author', UnitView)
  async putBack(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Param('id', { schema: UnitId }) id: UnitId,
  ): Promise<UnitView> {
    await this.units.putBack(actor, courseId, id);
    return this.preview(actor, courseId, id);
  }
}
