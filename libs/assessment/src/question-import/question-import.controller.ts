import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { Actor, BankId, problemText, QuestionImportId, QuestionImportStarted, QuestionImportView, type Language } from '@aula/contracts';
import { May, receive, Signed, type AulaRequest } from '@aula/platform';
import type { QuestionImportRow } from './question-import.queries.js';
import { QuestionImportService } from './question-import.service.js';

/** Bytes of a file of questions. */
const largest = 20 * 1_048_576;

@Controller('api/assessment/banks/:id/imports')
export class QuestionImportController {
  constructor(private readonly imports: QuestionImportService) {}

  @Post()
  @HttpCode(202)
  @May('assessment.author', QuestionImportStarted, { status: 202 })
  async start(
    @Signed() actor: Actor,
    @Param('id', { schema: BankId }) bankId: BankId,
    @Req() request: AulaRequest,
  ): Promise<{ id: QuestionImportId }> {
    await this.imports.demand(actor, bankId);
    const { file } = await receive(request, largest, (arriving) => this.imports.keep(arriving));
    return this.imports.order(actor, bankId, file);
  }

  @Get(':importId')
  @May('assessment.author', QuestionImportView)
  async read(
    @Signed() actor: Actor,
    @Param('id', { schema: BankId }) bankId: BankId,
    @Param('importId', { schema: QuestionImportId }) id: QuestionImportId,
    @Req() request: AulaRequest,
  ): Promise<QuestionImportView> {
    return toView(await this.imports.read(actor, bankId, id), request.language);
  }
}

const toView = ({ id, state, format, accepted, rejected, findings }: QuestionImportRow, language: Language): QuestionImportView => ({
  ...{ id, state, format, accepted, rejected },
  findings: findings.map(({ severity, code, line, parameters }) => ({
    ...{ severity, code, line },
    message: problemText(code, language, parameters),
  })),
});
