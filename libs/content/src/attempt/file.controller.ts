import { Controller, Get, Inject, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { May, Problem, SETTINGS, found, hostOf, isContentHost, type AulaReply, type AulaRequest, type Settings } from '@aula/platform';
import { matchesTag, originHeaders } from './file.entity.js';
import { FileService } from './file.service.js';
import { PlayerService } from './player.service.js';

/** Name of the cookie that opens the files of one attempt, on its own host and below `/c/` alone. */
export const filesCookie = 'aula_files';

/** What the content origin serves: the player and the files of packages, under headers that every answer there bears. */
@Controller()
export class FileController implements OnModuleInit {
  constructor(
    private readonly files: FileService,
    private readonly player: PlayerService,
    private readonly adapter: HttpAdapterHost,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Also refusals and what no route answers bear the headers, and no script becomes a service worker. */
  onModuleInit(): void {
    const headers = originHeaders(this.settings.publicUrl);
    const fastify = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', (request, reply, done) => {
      if (!isContentHost(hostOf(request), this.settings.contentDomain)) return done();
      void reply.headers(headers);
      if (request.headers['service-worker'] !== undefined) return void reply.code(403).send();
      done();
    });
  }

  @Get('_p/*')
  @May('runtime.use', undefined, { origin: 'content' })
  shell(@Req() request: AulaRequest, @Res() reply: AulaReply): void {
    const file = found(this.player.file(behind(request, '/_p/')));
    void reply.headers({ etag: file.etag, 'cache-control': file.forEver ? 'public, max-age=31536000, immutable' : 'no-cache' });
    if (matchesTag(request.headers['if-none-match'], file.etag)) return void reply.code(304).send();
    void reply.type(file.type).send(file.bytes);
  }

  @Get('c/*')
  @May('runtime.use', undefined, { origin: 'content' })
  async file(@Req() request: AulaRequest, @Res() reply: AulaReply): Promise<void> {
    const { headers } = request;
    const answer = await this.files.get({
      host: hostOf(request),
      cookie: request.cookies?.[filesCookie],
      address: behind(request, '/c/'),
      ifNoneMatch: headers['if-none-match'],
      ifRange: typeof headers['if-range'] === 'string' ? headers['if-range'] : undefined,
      range: headers.range,
      acceptEncoding: typeof headers['accept-encoding'] === 'string' ? headers['accept-encoding'] : undefined,
    });
    void reply.code(answer.status).headers(answer.headers).send(answer.body);
  }
}

const behind = (request: AulaRequest, prefix: string): string => {
  const address = request.url.split('?', 1)[0] ?? '';
  if (!address.startsWith(prefix)) throw new Problem('not-found', 'not-found');
  return address.slice(prefix.length);
};
