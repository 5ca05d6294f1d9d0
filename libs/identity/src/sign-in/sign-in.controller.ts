import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { Me, PasskeySignIn, PasskeySignInOffer, SecondFactorAnswer, SignIn } from '@aula/contracts';
import { May, SETTINGS, type AulaReply, type AulaRequest, type Settings } from '@aula/platform';
import { arrivalOf, setCookie } from '../session/session.controller.js';
import { PasskeySignIns } from './passkey-sign-in.service.js';
import { SignInService } from './sign-in.service.js';

@Controller('api/identity/sessions')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly passkeys: PasskeySignIns,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  @May('session.begin', Me, { status: 201, answer: 'secret' })
  async signIn(
    @Body({ schema: SignIn }) body: SignIn,
    @Req() request: AulaRequest,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<Me> {
    const begun = await this.signIns.signIn(body, arrivalOf(request, this.settings));
    setCookie(reply, this.settings, begun);
    return begun.me;
  }

  @Post('second-factor')
  @May('session.begin', Me, { status: 201, answer: 'secret' })
  async finish(
    @Body({ schema: SecondFactorAnswer }) body: SecondFactorAnswer,
    @Req() request: AulaRequest,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<Me> {
    const begun = await this.signIns.finish(body, arrivalOf(request, this.settings));
    setCookie(reply, this.settings, begun);
    return begun.me;
  }

  @Post('passkey-challenges')
  @May('session.begin', PasskeySignInOffer, { status: 201, answer: 'secret' })
  offer(@Req() request: AulaRequest): Promise<PasskeySignInOffer> {
    return this.passkeys.offer(request.ip);
  }

  @Post('passkey')
  @May('session.begin', Me, { status: 201, answer: 'secret' })
  async byPasskey(
    @Body({ schema: PasskeySignIn }) body: PasskeySignIn,
    @Req() request: AulaRequest,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<Me> {
    const begun = await this.passkeys.signIn(body, arrivalOf(request, this.settings));
    setCookie(reply, this.settings, begun);
    return begun.me;
  }
}
