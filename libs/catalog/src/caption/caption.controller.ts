import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import {
  CaptionList,
  CourseId,
  FileId,
  Language,
  PageRenderingCreate,
  PageRenderingView,
  type Actor,
  type CaptionView,
  type Page,
} from '@aula/contracts';
import { May, Signed, receive, type AulaRequest } from '@aula/platform';
import { mostUploadBytes } from './caption.entity.js';
import { CaptionService } from './caption.service.js';
import { MediaService } from './media.service.js';

@Controller('api/catalog')
export class CaptionController {
  constructor(
    private readonly captions: CaptionService,
    private readonly media: MediaService,
  ) {}

  @Get('files/:id/captions')
  @May('course-file.read', CaptionList)
  async list(@Signed() actor: Actor, @Param('id', { schema: FileId }) id: FileId): Promise<Page<CaptionView>> {
    return { items: await this.captions.list(actor, id), next: null };
  }

  @Post('courses/:id/files/:fileId/captions')
  @May('course.author', CaptionList, { status: 201 })
  async upload(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) id: CourseId,
    @Param('fileId', { schema: FileId }) fileId: FileId,
    @Req() request: AulaRequest,
  ): Promise<Page<CaptionView>> {
    await this.captions.demandVideo(actor, id, fileId);
    const { file, fields } = await receive(request, mostUploadBytes, (received) => this.captions.receive(actor, id, received));
    await this.captions.caption(actor, id, fileId, { language: fields['language'], captionId: file });
    return this.list(actor, fileId);
  }

  @Delete('courses/:id/files/:fileId/captions/:language')
  @HttpCode(204)
  @May('course.author')
  async remove(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) id: CourseId,
    @Param('fileId', { schema: FileId }) fileId: FileId,
    @Param('language', { schema: Language }) language: Language,
  ): Promise<void> {
    await this.captions.remove(actor, id, fileId, language);
  }

  @Post('courses/:id/page-renderings')
  @HttpCode(200)
  @May('course.author', PageRenderingView)
  render(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) id: CourseId,
    @Body({ schema: PageRenderingCreate }) { body }: PageRenderingCreate,
  ): Promise<PageRenderingView> {
    return this.media.render(actor, id, body);
  }
}
