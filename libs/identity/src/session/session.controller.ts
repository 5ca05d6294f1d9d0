import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Req, Res } from '@nestjs/common';
import { Me, MeChange, SessionId, OwnSessionList, type Actor, type Page, type OwnSessionView } from '@aula/contracts';
import { May, SETTINGS, Signed, sessionCookie, type AulaReply, type AulaRequest, type Settings } from '@aula/platform';
import { PersonService } from '../person/person.service.js';
import { deviceOf } from './device.entity.js';
import { SessionService, type Arrival } from './session.service.js';

@Controller('api/identity')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly people: PersonService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('sessions')
  @May('session.manage', OwnSessionList)
  list(@Signed() actor: Actor, @Req() request: AulaRequest): Promise<Page<OwnSessionView>> {
    return this.sessions.list(actor, request.tokenHash);
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @May('session.end', undefined, { status: 204 })
  async signOut(@Req() request: AulaRequest, @Res({ passthrough: true }) reply: AulaReply): Promise<void> {
    await this.sessions.end(cookieOf(request, this.settings));
    setCookie(reply, this.settings, { token: '', seconds: 0 });
  }

  @Delete('sessions/others')
  @HttpCode(204)
  @May('session.manage', undefined, { status: 204 })
  endOthers(@Signed() actor: Actor, @Req() request: AulaRequest): Promise<void> {
    return this.sessions.endOthers(actor, request.tokenHash);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @May('session.manage', undefined, { status: 204 })
  endOne(@Signed() actor: Actor, @Param('id', { schema: SessionId }) id: SessionId): Promise<void> {
    return this.sessions.endOne(actor, id);
  }

  @Get('me')
  @May('me.read', Me, { withoutFactor: true })
  async me(@Signed() actor: Actor, @Req() request: AulaRequest): Promise<Me> {
    await this.sessions.seen(request.tokenHash);
    return this.sessions.me(actor.personId);
  }

  @Patch('me')
  @May('me.change', Me, { withoutFactor: true })
  async change(@Signed() actor: Actor, @Body({ schema: MeChange }) body: MeChange): Promise<Me> {
    await this.people.changeMe(actor, body);
    return this.sessions.me(actor.personId);
  }
}

/** The session's token as the browser sent it. */
const cookieOf = (request: AulaRequest, { publicUrl }: Settings): string | undefined =>
  request.cookies?.[sessionCookie(publicUrl)] || undefined;

/** Where the request comes from. */
export const arrivalOf = (request: AulaRequest, settings: Settings): Arrival => ({
  address: request.ip,
  device: deviceOf(request.headers['user-agent']),
  instead: cookieOf(request, settings),
});

/** Gives the browser a session's token, out of reach of scripts and of other sites (RFC 6265bis); no seconds take it away. */
export const setCookie = (reply: AulaReply, { publicUrl }: Settings, { token, seconds }: { token: string; seconds: number }): void => {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  void reply.header('set-cookie', `${sessionCookie(publicUrl)}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`);
  void reply.header('cache-control', 'no-store');
};
