import { Controller, Get, Req, Res } from '@nestjs/common';
import { inLanguage, ownAttemptsTable, type Actor, type Language } from '@aula/contracts';
import { May, Signed, sendTable, type AulaReply, type AulaRequest, type TableCell } from '@aula/platform';
import type { AttemptRow } from './attempt.queries.js';
import { AttemptService } from './attempt.service.js';

const chunk = 200;

/** What a person sat, to take along. */
@Controller('api/assessment/me')
export class OwnAttemptsController {
  constructor(private readonly attempts: AttemptService) {}

  @Get('attempts.csv')
  @May('attempt.read')
  async csv(@Signed() actor: Actor, @Req() { language }: AulaRequest, @Res() reply: AulaReply): Promise<void> {
    const { name, headings } = ownAttemptsTable[language];
    await sendTable(reply, { name, headings, rows: this.rows(actor, language) }, 'csv');
  }

  private async *rows(actor: Actor, language: Language, cursor?: string): AsyncGenerator<TableCell[]> {
    const { items, next } = await this.attempts.list(actor, { mine: true, limit: chunk, cursor });
    for (const attempt of items) yield cellsOf(attempt, language);
    if (next !== null) yield* this.rows(actor, language, next);
  }
}

const cellsOf = ({ title, number, state, score, maxScore, passed, startedAt }: AttemptRow, language: Language): TableCell[] => [
  inLanguage(title, language),
  number,
  ownAttemptsTable[language].states[state],
  score,
  maxScore,
  passed === null ? null : passed ? 1 : 0,
  new Date(startedAt),
];
