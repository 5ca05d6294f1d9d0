import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { CourseId, UnitChange, UnitCreate, UnitCreated, UnitId, UnitView, type Actor } from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { readableUnit } from './page.entity.js';
import { UnitService } from './unit.service.js';

@Controller('api/catalog/courses/:courseId/units')
export class UnitController {
  constructor(private readonly units: UnitService) {}

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
    return readableUnit(await this.units.preview(actor, courseId, id));
  }

  @Patch(':id')
  @May('course.author', UnitView)
  async change(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Param('id', { schema: UnitId }) id: UnitId,
    @Body({ schema: UnitChange }) body: UnitChange,
  ): Promise<UnitView> {
    await this.units.change(actor, courseId, id, body);
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
}
