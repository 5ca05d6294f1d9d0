import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  EditionId,
  EnrollmentRehearse,
  EnrollmentRehearsed,
  EnrollmentRuleId,
  StandingRuleKept,
  StandingRuleList,
  type Actor,
} from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { EnrollmentRuleService } from './enrollment-rule.service.js';

@Controller('api/enrollment')
export class EnrollmentRuleController {
  constructor(private readonly rules: EnrollmentRuleService) {}

  @Post('editions/:id/enrollment-rehearsals')
  @HttpCode(200)
  @May('edition.enroll', EnrollmentRehearsed)
  rehearse(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Body({ schema: EnrollmentRehearse }) body: EnrollmentRehearse,
  ): Promise<EnrollmentRehearsed> {
    return this.rules.rehearse(actor, id, body.rule);
  }

  @Get('editions/:id/standing-rules')
  @May('edition.enroll', StandingRuleList)
  async list(@Signed() actor: Actor, @Param('id', { schema: EditionId }) id: EditionId): Promise<StandingRuleList> {
    return { items: await this.rules.list(actor, id), next: null };
  }

  @Post('editions/:id/standing-rules')
  @May('edition.enroll', StandingRuleKept, { status: 201 })
  async keep(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Body({ schema: EnrollmentRehearse }) body: EnrollmentRehearse,
  ): Promise<StandingRuleKept> {
    return { id: await this.rules.keep(actor, id, body.rule) };
  }

  @Post('standing-rules/:id/takeover')
  @HttpCode(204)
  @May('edition.enroll', undefined, { status: 204 })
  takeOver(@Signed() actor: Actor, @Param('id', { schema: EnrollmentRuleId }) id: EnrollmentRuleId): Promise<void> {
    return this.rules.takeOver(actor, id);
  }

  @Delete('standing-rules/:id')
  @HttpCode(204)
  @May('edition.enroll', undefined, { status: 204 })
  stop(@Signed() actor: Actor, @Param('id', { schema: EnrollmentRuleId }) id: EnrollmentRuleId): Promise<void> {
    return this.rules.stop(actor, id);
  }
}
