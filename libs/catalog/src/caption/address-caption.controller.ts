import { Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { AddressCaptionQuery, CaptionList, CourseId, Language, type Actor, type CaptionView, type Page } from '@aula/contracts';
import { May, Signed, receive, type AulaRequest } from '@aula/platform';
import { AddressCaptions } from './address-caption.service.js';
import { CaptionService } from './caption.service.js';
import { mostUploadBytes } from './caption.entity.js';

@Controller('api/catalog/courses/:id/video-captions')
export class AddressCaptionController {
  constructor(
    private readonly outside: AddressCaptions,
    private readonly captions: CaptionService,
  ) {}

  @Get()
  @May('course-file.read', CaptionList)
  async list(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) courseId: CourseId,
    @Query({ schema: AddressCaptionQuery }) { address }: AddressCaptionQuery,
  ): Promise<Page<CaptionView>> {
    return { items: await this.outside.list(actor, { courseId, address }), next: null };
  }

  @Post()
  @May('course.author', CaptionList, { status: 201 })
  async upload(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) courseId: CourseId,
    @Req() request: AulaRequest,
  ): Promise<Page<CaptionView>> {
    await this.outside.demandAuthor(actor, courseId);
    const { file, fields } = await receive(request, mostUploadBytes, (received) => this.captions.receive(actor, courseId, received));
    return this.list(actor, courseId, { address: await this.outside.caption(actor, courseId, fields, file) });
  }

  @Delete(':language')
  @HttpCode(204)
  @May('course.author')
  async remove(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) courseId: CourseId,
    @Param('language', { schema: Language }) language: Language,
    @Query({ schema: AddressCaptionQuery }) { address }: AddressCaptionQuery,
  ): Promise<void> {
    await this.outside.remove(actor, { courseId, address }, language);
  }
}
