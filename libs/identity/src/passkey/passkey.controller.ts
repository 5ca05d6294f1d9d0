import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import {
  PasskeyId,
  PasskeyOffer,
  PasskeyRegistration,
  PasswordAndFactor,
  PasswordProof,
  RecoveryCodeList,
  type Actor,
} from '@aula/contracts';
import { May, SETTINGS, Signed, type AulaReply, type AulaRequest, type Settings } from '@aula/platform';
import { arrivalOf, setCookie } from '../session/session.controller.js';
import { OwnPasskeys } from './own-passkey.service.js';

@Controller('api/identity/me/second-factor')
export class PasskeyController {
  constructor(
    private readonly passkeys: OwnPasskeys,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('passkey-challenges')
  @May('second-factor.manage', PasskeyOffer, { status: 201, answer: 'secret', withoutFactor: true })
  begin(@Signed() actor: Actor, @Body({ schema: PasswordProof }) body: PasswordProof, @Req() request: AulaRequest): Promise<PasskeyOffer> {
    return this.passkeys.begin(actor, body.password, request.ip);
  }

  @Post('passkeys')
  @May('second-factor.manage', RecoveryCodeList, { status: 201, answer: 'secret', withoutFactor: true })
  async add(
    @Signed() actor: Actor,
    @Body({ schema: PasskeyRegistration }) body: PasskeyRegistration,
    @Req() request: AulaRequest,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<RecoveryCodeList> {
    const begun = await this.passkeys.add(actor, body, arrivalOf(request, this.settings));
    setCookie(reply, this.settings, begun);
    return { recoveryCodes: begun.codes };
  }

  @Post('passkeys/:id/removal')
  @HttpCode(204)
  @May('second-factor.manage', undefined, { status: 204 })
  remove(
    @Signed() actor: Actor,
    @Param('id', { schema: PasskeyId }) id: PasskeyId,
    @Body({ schema: PasswordAndFactor }) body: PasswordAndFactor,
    @Req() request: AulaRequest,
  ): Promise<void> {
    return this.passkeys.remove(actor, id, body, request.ip);
  }
}
