import { Readable } from 'node:stream';
import { Controller, Delete, Get, Head, Options, Param, Patch, Post, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { UploadId, UploadList, UploadView, type Actor } from '@aula/contracts';
import { May, Signed, type AulaReply, type AulaRequest } from '@aula/platform';
import type { z } from 'zod';
import type { UploadRow } from './upload.entity.js';
import { UploadService } from './upload.service.js';
import { UploadStore } from './upload-store.service.js';

/** Packages that are sent in pieces: the resumable upload protocol tus 1.0.0, and what is under way as JSON. */
@Controller('api/content/uploads')
export class UploadController implements OnModuleInit {
  constructor(
    private readonly uploads: UploadService,
    private readonly store: UploadStore,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /** The bytes of a piece are left to the protocol. */
  onModuleInit(): void {
    const fastify = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    fastify.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload));
  }

  @Get()
  @May('package.upload', UploadList)
  async list(@Signed() actor: Actor): Promise<z.infer<typeof UploadList>> {
    const items = await this.uploads.list(actor);
    return { items: items.map(toView), next: null };
  }

  @Options()
  @May('package.upload')
  async abilities(@Req() request: AulaRequest, @Res() reply: AulaReply): Promise<void> {
    await this.pass(request, reply);
  }

  @Post()
  @May('package.upload')
  async begin(@Req() request: AulaRequest, @Res() reply: AulaReply): Promise<void> {
    await this.pass(request, reply);
  }

  @Head(':id')
  @May('package.upload')
  async offset(@Req() request: AulaRequest, @Res() reply: AulaReply): Promise<void> {
    await this.pass(request, reply);
  }

  @Get(':id')
  @May('package.upload', UploadView)
  async one(@Signed() actor: Actor, @Param('id', { schema: UploadId }) id: UploadId): Promise<UploadView> {
    return toView(await this.uploads.one(actor, id));
  }

  @Patch(':id')
  @May('package.upload')
  async append(@Req() request: AulaRequest, @Res() reply: AulaReply): Promise<void> {
    await this.pass(request, reply);
  }

  @Delete(':id')
  @May('package.upload')
  async discard(@Req() request: AulaRequest, @Res() reply: AulaReply): Promise<void> {
    await this.pass(request, reply);
  }

  private async pass(request: AulaRequest, reply: AulaReply): Promise<void> {
    const answer = await this.store.answer(toWeb(request));
    answer.headers.forEach((value, name) => void reply.header(name, value));
    void reply.code(answer.status).send(request.method === 'HEAD' ? undefined : await answer.text());
  }
}

/** The request in the shape of the Fetch standard. Its host plays no part: places are told as paths. */
const toWeb = ({ method, url, headers, body }: AulaRequest): Request => {
  const plain = Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : []));
  const piece = body instanceof Readable ? { body: Readable.toWeb(body) as ReadableStream, duplex: 'half' as const } : {};
  return new Request(new URL(url, 'http://academy'), { method, headers: plain, ...piece });
};

const toView = (it: UploadRow): UploadView => ({
  id: it.id,
  fileName: it.file_name,
  size: it.size,
  received: it.received,
  state: it.package_id ? 'done' : it.received === it.size ? 'received' : 'receiving',
  packageId: it.package_id,
  createdAt: it.created_at,
  expiresAt: it.expires_at,
});
