import { Controller, Get, Headers, Param, Post, Req, Res } from '@nestjs/common';
import { CourseFileView, CourseId, FileId, type Actor } from '@aula/contracts';
import { May, Signed, receive, type AulaReply, type AulaRequest } from '@aula/platform';
import { dispositionOf, type Reading } from './course-file.entity.js';
import type { CourseFileRow } from './course-file.queries.js';
import { CourseFileService, mostBytes } from './course-file.service.js';

/** A browser shows a PDF in a plug-in of its own page, which the policy of plain answers would forbid. */
const pdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

@Controller('api/catalog')
export class CourseFileController {
  constructor(private readonly files: CourseFileService) {}

  @Post('courses/:id/files')
  @May('course.author', CourseFileView, { status: 201 })
  async upload(
    @Signed() actor: Actor,
    @Param('id', { schema: CourseId }) id: CourseId,
    @Req() request: AulaRequest,
  ): Promise<CourseFileView> {
    await this.files.demandAuthor(actor, id);
    const { file } = await receive(request, mostBytes, (received) => this.files.keep(actor, id, received));
    return toView(file);
  }

  @Get('files/:id')
  @May('course-file.read')
  async download(
    @Signed() actor: Actor,
    @Param('id', { schema: FileId }) id: FileId,
    @Headers() headers: Record<string, string | undefined>,
    @Res() reply: AulaReply,
  ): Promise<void> {
    const asked = { range: headers['range'], ifRange: headers['if-range'], ifNoneMatch: headers['if-none-match'] };
    const { file, reading, body } = await this.files.read(actor, id, asked);
    await reply.code(reading.status).headers(headersOf(file, reading)).send(body);
  }
}

/** A file never changes under its id, so a browser may keep it. */
const headersOf = ({ name, content_type: contentType, etag, size }: CourseFileRow, reading: Reading): Record<string, string> => ({
  'content-type': contentType,
  'content-disposition': dispositionOf({ name, contentType }),
  'x-content-type-options': 'nosniff',
  'accept-ranges': 'bytes',
  'cache-control': 'private, max-age=31536000, immutable',
  etag: `"${etag}"`,
  ...(contentType === 'application/pdf' && { 'content-security-policy': pdfPolicy }),
  ...(reading.status === 200 && { 'content-length': String(size) }),
  ...(reading.status === 206 && {
    'content-range': `bytes ${reading.start}-${reading.end}/${size}`,
    'content-length': String(reading.end - reading.start + 1),
  }),
});

const toView = ({ id, name, content_type: contentType, size }: CourseFileRow): CourseFileView => ({ id, name, contentType, size });
