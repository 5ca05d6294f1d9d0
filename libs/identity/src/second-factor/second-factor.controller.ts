import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import {
  PasswordAndFactor,
  PasswordProof,
  PersonId,
  RecoveryCodeList,
  SecondFactorView,
  TotpCode,
  TotpEnrolment,
  type Actor,
} from '@aula/contracts';
import { May, SETTINGS, Signed, type AulaReply, type AulaRequest, type Settings } from '@aula/platform';
import { arrivalOf, setCookie } from '../session/session.controller.js';
import { FactorResets } from './reset.service.js';
import { SecondFactorService } from './second-factor.service.js';

@Controller('api/identity')
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly resets: FactorResets,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('me/second-factor')
  @May('second-factor.manage', SecondFactorView, { withoutFactor: true })
  view(@Signed() actor: Actor): Promise<SecondFactorView> {
    return this.factors.view(actor);
  }

  @Post('me/second-factor/totp')
  @May('second-factor.manage', TotpEnrolment, { status: 201, answer: 'secret', withoutFactor: true })
  beginTotp(
    @Signed() actor: Actor,
    @Body({ schema: PasswordProof }) body: PasswordProof,
    @Req() request: AulaRequest,
  ): Promise<TotpEnrolment> {
    return this.factors.beginTotp(actor, body.password, request.ip);
  }

  @Post('me/second-factor/totp/confirmation')
  @May('second-factor.manage', RecoveryCodeList, { status: 201, answer: 'secret', withoutFactor: true })
  async confirmTotp(
    @Signed() actor: Actor,
    @Body({ schema: TotpCode }) body: TotpCode,
    @Req() request: AulaRequest,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<RecoveryCodeList> {
    const begun = await this.factors.confirmTotp(actor, body.code, arrivalOf(request, this.settings));
    setCookie(reply, this.settings, begun);
    return { recoveryCodes: begun.codes };
  }

  @Post('me/second-factor/totp/removal')
  @HttpCode(204)
  @May('second-factor.manage', undefined, { status: 204 })
  removeTotp(
    @Signed() actor: Actor,
    @Body({ schema: PasswordAndFactor }) body: PasswordAndFactor,
    @Req() request: AulaRequest,
  ): Promise<void> {
    return this.factors.removeTotp(actor, body, request.ip);
  }

  @Post('me/second-factor/recovery-codes')
  @May('second-factor.manage', RecoveryCodeList, { status: 201, answer: 'secret' })
  async renewCodes(
    @Signed() actor: Actor,
    @Body({ schema: PasswordAndFactor }) body: PasswordAndFactor,
    @Req() request: AulaRequest,
  ): Promise<RecoveryCodeList> {
    return { recoveryCodes: await this.factors.renewCodes(actor, body, request.ip) };
  }

  @Delete('people/:id/second-factor')
  @HttpCode(204)
  @May('second-factor.reset', undefined, { status: 204 })
  reset(@Signed() actor: Actor, @Param('id', { schema: PersonId }) id: PersonId): Promise<void> {
    return this.resets.reset(actor, id);
  }
}
