import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { Me, MeChange, SignIn, type Actor } from '@aula/contracts';
import { May, SETTINGS, Signed, sessionCookie, type AulaReply, type AulaRequest, type Settings } from '@aula/platform';
import { PersonService } from '../person/person.service.js';
import { SessionService } from './session.service.js';

@Controller('api/identity')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly people: PersonService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('sessions')
  @May('session.begin', Me, { status: 201, answer: 'secret' })
  async signIn(
    @Body({ schema: SignIn }) body: SignIn,
    @Req() request: AulaRequest,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<Me> {
    const begun = await this.sessions.signIn(body, request.ip, cookieOf(request, this.settings));
    setCookie(reply, this.settings, begun);
    return begun.me;
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @May('session.end', undefined, { status: 204 })
  async signOut(@Req() request: AulaRequest, @Res({ passthrough: true }) reply: AulaReply): Promise<void> {
    await this.sessions.end(cookieOf(request, this.settings));
    setCookie(reply, this.settings, { token: '', seconds: 0 });
  }

  @Get('me')
  @May('me.read', Me)
  me(@Signed() actor: Actor): Promise<Me> {
    return this.sessions.me(actor.personId);
  }

  @Patch('me')
  @May('me.change', Me)
  async change(@Signed() actor: Actor, @Body({ schema: MeChange }) body: MeChange): Promise<Me> {
    await this.people.changeMe(actor, body);
    return this.sessions.me(actor.personId);
  }
}

/** The session's token as the browser sent it. */
const cookieOf = (request: AulaRequest, { publicUrl }: Settings): string | undefined =>
  request.cookies?.[sessionCookie(publicUrl)] || undefined;

/** Gives the browser a session's token, out of reach of scripts and of other sites (RFC 6265bis); no seconds take it away. */
export const setCookie = (reply: AulaReply, { publicUrl }: Settings, { token, seconds }: { token: string; seconds: number }): void => {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  void reply.header('set-cookie', `${sessionCookie(publicUrl)}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`);
  void reply.header('cache-control', 'no-store');
};
