import { Controller, Get, Inject, Req, Res, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import {
  May,
  Problem,
  SETTINGS,
  codingFor,
  found,
  hostOf,
  isContentHost,
  matchesTag,
  type AulaReply,
  type AulaRequest,
  type Settings,
  type Shortcut,
} from '@aula/platform';
import { originHeaders } from './file.entity.js';
import { FileService, type FileWish } from './file.service.js';
import { PlayerService, type PlayerFile } from './player.service.js';

/** Name of the cookie that opens the files of one attempt, on its own host and below `/c/` alone. */
export const filesCookie = 'aula_files';

/** Where the one service worker lies: there its scope is the whole host, and a package may not occupy the name. */
const workerPath = '/sw.js';

type Headers = Readonly<Record<string, string>>;

/** What the content origin serves: the player and the files of packages, under headers that every answer there bears. */
@Controller()
export class FileController implements OnModuleInit, Shortcut {
  private readonly headers: Headers;
  /** With the headers of the origin, by those of a file: a whole file has the same ones each time. */
  private readonly complete = new WeakMap<Headers, Headers>();

  constructor(
    private readonly files: FileService,
    private readonly player: PlayerService,
    private readonly adapter: HttpAdapterHost,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.headers = originHeaders(settings.publicUrl);
  }

  /** Also refusals and what no route answers bear the headers, and no script but our own becomes a service worker. */
  onModuleInit(): void {
    const fastify = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onRequest', (request, reply, done) => {
      if (!isContentHost(hostOf(request), this.settings.contentDomain)) return done();
      void reply.headers(this.headers);
      if (request.headers['service-worker'] !== undefined && request.url !== workerPath) return void reply.code(403).send();
      done();
    });
  }

  /** A file that is in memory, for a reader who was let in a moment ago; any other request takes its route. */
  readonly answer: Shortcut['answer'] = ({ method, url = '', headers }, response) => {
    if (method !== 'GET' || !url.startsWith('/c/') || headers['service-worker'] !== undefined) return false;
    const answer = this.files.there(wishOf(headers, url.slice('/c/'.length)));
    if (!answer) return false;
    response.writeHead(answer.status, this.completed(answer.headers)).end(answer.body);
    return true;
  };

  private completed(headers: Headers): Headers {
    const known = this.complete.get(headers) ?? { ...this.headers, ...headers };
    this.complete.set(headers, known);
    return known;
  }

  @Get('_p/*')
  @May('runtime.use', undefined, { origin: 'content' })
  shell(@Req() request: AulaRequest, @Res() reply: AulaReply): void {
    send(found(this.player.file(behind(request, '/_p/'))), request, reply);
  }

  @Get(workerPath)
  @May('runtime.use', undefined, { origin: 'content' })
  worker(@Req() request: AulaRequest, @Res() reply: AulaReply): void {
    send(found(this.player.worker), request, reply);
  }

  @Get('c/*')
  @May('runtime.use', undefined, { origin: 'content' })
  async file(@Req() request: AulaRequest, @Res() reply: AulaReply): Promise<void> {
    const answer = await this.files.get(wishOf(request.headers, behind(request, '/c/')));
    void reply.code(answer.status).headers(answer.headers).send(answer.body);
  }
}

const send = (file: PlayerFile, request: AulaRequest, reply: AulaReply): void => {
  const { type, etag, forEver, bytes, forms } = file;
  const coding = codingFor(one(request.headers['accept-encoding']), (each) => forms[each] !== null);
  const tag = `"${etag}${coding ? `-${coding}` : ''}"`;
  void reply.headers({
    etag: tag,
    vary: 'accept-encoding',
    'cache-control': forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(coding ? { 'content-encoding': coding } : {}),
  });
  if (matchesTag(request.headers['if-none-match'], tag)) return void reply.code(304).send();
  void reply.type(type).send((coding && forms[coding]) ?? bytes);
};

/** The cookie's value is base64url: it is never quoted or escaped. Content on another host may have planted further ones of this name. */
const filesOf = /(?:^|;\s*)aula_files=([^;\s]*)/g;
const alone = /^aula_files=([^;\s]*)$/;

const secretsOf = (cookie: string): string =>
  alone.exec(cookie)?.[1] ?? Array.from(cookie.matchAll(filesOf), ([, value = '']) => value).join(' ');

const wishOf = (headers: AulaRequest['headers'], address: string): FileWish => ({
  host: hostOf({ headers }),
  cookies: secretsOf(headers.cookie ?? ''),
  address,
  ifNoneMatch: headers['if-none-match'],
  ifRange: one(headers['if-range']),
  range: headers.range,
  acceptEncoding: one(headers['accept-encoding']),
});

const one = (header: string | string[] | undefined): string | undefined => (typeof header === 'string' ? header : undefined);

const behind = (request: AulaRequest, prefix: string): string => {
  const address = request.url.split('?', 1)[0] ?? '';
  if (!address.startsWith(prefix)) throw new Problem('not-found', 'not-found');
  return address.slice(prefix.length);
};
