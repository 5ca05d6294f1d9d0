import { Body, Controller, Get, HttpCode, Ip, Param, Post, Res } from '@nestjs/common';
import { z } from 'zod';
import { Verification, VerificationAnswers, VerificationBatch, VerificationRequest } from '@aula/contracts';
import { May, type AulaReply } from '@aula/platform';
import { Callers } from './caller.service.js';
import { Verifications } from './verification.service.js';

/** Not for search engines, and never from a cache: a revocation shows at once. */
const answerHeaders = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

@Controller('api/accreditation/verifications')
export class VerificationController {
  constructor(
    private readonly verifications: Verifications,
    private readonly callers: Callers,
  ) {}

  @Get(':id')
  @May('credential.verify', Verification)
  async ofNumber(
    @Param('id', { schema: z.string().max(200) }) id: string,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<Verification> {
    await this.callers.count(address);
    void reply.headers(answerHeaders);
    return this.verifications.ofNumber(id);
  }

  @Post()
  @HttpCode(200)
  @May('credential.verify', Verification)
  async ofDocument(
    @Body({ schema: VerificationRequest }) body: VerificationRequest,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<Verification> {
    await this.callers.count(address);
    void reply.headers(answerHeaders);
    return this.verifications.ofDocument(body.credential);
  }

  /** For desks that check piles: no budget by address, and not a word more about anybody than a visitor is told. */
  @Post('batches')
  @HttpCode(200)
  @May('credential.verify-many', VerificationAnswers)
  async ofMany(
    @Body({ schema: VerificationBatch }) body: VerificationBatch,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<VerificationAnswers> {
    void reply.headers(answerHeaders);
    return { items: await this.verifications.ofMany(body.items) };
  }
}
