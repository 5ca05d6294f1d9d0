import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import {
  LaunchCreate,
  LaunchView,
  PreviewCreate,
  UnclosedVisit,
  UnclosedVisitList,
  UnclosedVisitQuery,
  type Actor,
  type Page,
} from '@aula/contracts';
import { May, SETTINGS, Signed, sessionCookie, type AulaRequest, type DirectRequest, type Settings } from '@aula/platform';
import { LaunchService } from './launch.service.js';

/** Opening packages, from the academy's side. */
@Controller('api/content')
export class LaunchController {
  constructor(
    private readonly launches: LaunchService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('launches')
  @HttpCode(201)
  @May('attempt.launch', LaunchView, { status: 201, answer: 'secret' })
  async launch(
    @Signed() actor: Actor,
    @Req() request: AulaRequest,
    @Body({ schema: LaunchCreate }) body: LaunchCreate,
  ): Promise<LaunchView> {
    return { url: await this.launches.launch({ actor, session: this.sessionOf(request) }, body) };
  }

  @Get('unclosed-visits')
  @May('attempt.launch', UnclosedVisitList)
  async unclosed(@Signed() actor: Actor, @Query({ schema: UnclosedVisitQuery }) query: UnclosedVisitQuery): Promise<Page<UnclosedVisit>> {
    return { items: await this.launches.unclosed(actor, query), next: null };
  }

  @Post('previews')
  @HttpCode(201)
  @May('package.preview', LaunchView, { status: 201, answer: 'secret' })
  async preview(
    @Signed() actor: Actor,
    @Req() request: AulaRequest,
    @Body({ schema: PreviewCreate }) body: PreviewCreate,
  ): Promise<LaunchView> {
    return { url: await this.launches.preview({ actor, session: this.sessionOf(request) }, body) };
  }

  private sessionOf(request: AulaRequest): string | undefined {
    return bearerOf(request) ?? request.cookies?.[sessionCookie(this.settings.publicUrl)];
  }
}

/** The secret of an Authorization header (RFC 6750, 2.1). */
export const bearerOf = ({ headers }: DirectRequest): string | undefined => /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
