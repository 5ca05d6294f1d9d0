import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CourseId, CourseTextPut, CourseTextsView, type Actor } from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { CourseTextService } from './course-text.service.js';

@Controller('api/catalog/courses/:id/texts')
export class CourseTextController {
  constructor(private readonly texts: CourseTextService) {}

  @Get()
  @May('course.author', CourseTextsView)
  read(@Signed() actor: Actor, @Param('id', { schema: CourseId }) id: CourseId): Promise<CourseTextsView> {
    return this.texts.read(actor, id);
  }

  @Put()
  @May('course.author', CourseTextsView)
  write(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) id: CourseId,
    @Body({ schema: CourseTextPut }) body: CourseTextPut,
  ): Promise<CourseTextsView> {
    return this.texts.write(actor, id, body);
  }
}
