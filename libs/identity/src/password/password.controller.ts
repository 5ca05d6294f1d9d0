import { Body, Controller, HttpCode, Inject, Param, Post, Put, Req, Res } from '@nestjs/common';
import { PasswordChange, PasswordReset, PasswordResetRequest, PasswordSet, PersonId, type Actor } from '@aula/contracts';
import { May, SETTINGS, Signed, type AulaReply, type AulaRequest, type Settings } from '@aula/platform';
import { arrivalOf, setCookie } from '../session/session.controller.js';
import { PasswordService } from './password.service.js';
import { PasswordResets } from './reset.service.js';

@Controller('api/identity')
export class PasswordController {
  constructor(
    private readonly passwords: PasswordService,
    private readonly resets: PasswordResets,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Put('me/password')
  @HttpCode(204)
  @May('password.change', undefined, { status: 204 })
  async change(
    @Signed() actor: Actor,
    @Body({ schema: PasswordChange }) body: PasswordChange,
    @Req() request: AulaRequest,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<void> {
    setCookie(reply, this.settings, await this.passwords.change(actor, body, arrivalOf(request, this.settings)));
  }

  @Put('people/:id/password')
  @HttpCode(204)
  @May('person.set-password', undefined, { status: 204 })
  set(
    @Signed() actor: Actor,
    @Param('id', { schema: PersonId }) id: PersonId,
    @Body({ schema: PasswordSet }) body: PasswordSet,
  ): Promise<void> {
    return this.passwords.set(actor, id, body.password);
  }

  @Post('people/:id/invitation')
  @HttpCode(202)
  @May('person.invite', undefined, { status: 202 })
  invite(@Signed() actor: Actor, @Param('id', { schema: PersonId }) id: PersonId): Promise<void> {
    return this.passwords.invite(actor, id);
  }

  @Post('password-resets')
  @HttpCode(202)
  @May('password.reset', undefined, { status: 202 })
  askForReset(@Body({ schema: PasswordResetRequest }) body: PasswordResetRequest, @Req() request: AulaRequest): Promise<void> {
    return this.resets.ask(body.email, request.ip);
  }

  @Post('password-resets/redemption')
  @HttpCode(204)
  @May('password.reset', undefined, { status: 204 })
  redeem(@Body({ schema: PasswordReset }) body: PasswordReset, @Req() request: AulaRequest): Promise<void> {
    return this.resets.redeem(body, request.ip);
  }
}
