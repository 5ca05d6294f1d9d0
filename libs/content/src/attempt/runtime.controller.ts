import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import {
  RuntimeAcknowledged,
  RuntimeCommit,
  RuntimeFiles,
  RuntimeLaunch,
  RuntimeLaunched,
  RuntimeLease,
  RuntimeLeased,
} from '@aula/contracts';
import {
  Direct,
  May,
  Problem,
  SETTINGS,
  hostOf,
  type AulaReply,
  type AulaRequest,
  type DirectReply,
  type DirectRequest,
  type Settings,
} from '@aula/platform';
import { CommitService } from './commit.service.js';
import { filesCookie } from './file.controller.js';
import { originHeaders } from './file.entity.js';
import { bearerOf } from './launch.controller.js';
import { KeepingService } from './keeping.service.js';
import { LaunchService } from './launch.service.js';
import { LeaseService } from './lease.service.js';

const origin = { origin: 'content' } as const;
const aDay = 86_400;
/** Of a commit, as it travels. Players divide what is more; one record cannot be divided, and has its own bounds. */
const mostBytes = 262_144;

/** What the player says on the content origin. Nothing of it may be kept by any cache. */
@Controller('_rt')
export class RuntimeController {
  constructor(
    private readonly launches: LaunchService,
    private readonly leases: LeaseService,
    private readonly commits: CommitService,
    private readonly keeping: KeepingService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('launch')
  @HttpCode(201)
  @May('runtime.use', RuntimeLaunched, { ...origin, status: 201 })
  async launch(
    @Req() request: AulaRequest,
    @Res({ passthrough: true }) reply: AulaReply,
    @Body({ schema: RuntimeLaunch }) body: RuntimeLaunch,
  ): Promise<RuntimeLaunched> {
    const { launched, files } = await this.launches.redeem(hostOf(request), body.launchCode);
    const secure = this.settings.publicUrl.startsWith('https:') ? '; Secure' : '';
    void reply.header('cache-control', 'no-store');
    void reply.header('set-cookie', `${filesCookie}=${files}; Path=/c/; Max-Age=${aDay}; HttpOnly; SameSite=Lax${secure}`);
    return launched;
  }

  @Post('lease')
  @HttpCode(200)
  @May('runtime.use', RuntimeLeased, origin)
  lease(
    @Req() request: AulaRequest,
    @Res({ passthrough: true }) reply: AulaReply,
    @Body({ schema: RuntimeLease }) body: RuntimeLease,
  ): Promise<RuntimeLeased> {
    void reply.header('cache-control', 'no-store');
    return this.leases.lease(hostOf(request), bearerOf(request), body);
  }

  @Post('commit')
  @HttpCode(200)
  @May('runtime.use', RuntimeAcknowledged, origin)
  @Direct({ body: RuntimeCommit, headers: ({ publicUrl }) => originHeaders(publicUrl) })
  commit(
    @Req() request: DirectRequest,
    @Res({ passthrough: true }) reply: DirectReply,
    @Body({ schema: RuntimeCommit }) body: RuntimeCommit,
  ): Promise<RuntimeAcknowledged> {
    void reply.header('cache-control', 'no-store');
    const bytes = Number(request.headers['content-length'] ?? JSON.stringify(body).length);
    if (bytes > mostBytes && body.records.length > 1) throw new Problem('too-large', 'body-too-large', { limit: '256 KB' });
    return this.commits.commit(hostOf(request), bearerOf(request) ?? body.token, body);
  }

  @Get('files')
  @May('runtime.use', RuntimeFiles, origin)
  files(@Req() request: AulaRequest, @Res({ passthrough: true }) reply: AulaReply): Promise<RuntimeFiles> {
    void reply.header('cache-control', 'no-store');
    return this.keeping.files(hostOf(request), bearerOf(request));
  }
}
