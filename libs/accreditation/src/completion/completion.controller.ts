import { Readable } from 'node:stream';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import {
  CompletionChoices,
  CompletionFilter,
  CompletionList,
  CompletionQuery,
  CompletionTotals,
  type Actor,
  type CompletionView,
  type Language,
  type Page,
} from '@aula/contracts';
import { May, Signed, pageOfRows, type AulaReply, type AulaRequest } from '@aula/platform';
import { csvHead, csvRow, nameOf } from './completion.entity.js';
import type { CompletionRow } from './completion.queries.js';
import { Completions } from './completion.service.js';

@Controller('api/accreditation')
export class CompletionController {
  constructor(private readonly completions: Completions) {}

  @Get('completions')
  @May('completion.list', CompletionList)
  async list(@Signed() actor: Actor, @Query({ schema: CompletionQuery }) query: CompletionQuery): Promise<Page<CompletionView>> {
    return pageOfRows(await this.completions.page(actor, query), query.limit, toView, (row) => [row.completed_at, row.id]);
  }

  @Get('completion-totals')
  @May('completion.list', CompletionTotals)
  totals(@Signed() actor: Actor, @Query({ schema: CompletionFilter }) filter: CompletionFilter): Promise<CompletionTotals> {
    return this.completions.totals(actor, filter);
  }

  @Get('completion-choices')
  @May('completion.list', CompletionChoices)
  choices(@Signed() actor: Actor): Promise<CompletionChoices> {
    return this.completions.choices(actor);
  }

  /** The register as a file for spreadsheets, in the reader's language. */
  @Get('completions.csv')
  @May('completion.list')
  async file(
    @Signed() actor: Actor,
    @Query({ schema: CompletionFilter }) filter: CompletionFilter,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="completions.csv"' };
    await reply.headers({ ...headers, 'cache-control': 'no-store' }).send(Readable.from(this.lines(actor, filter, language)));
  }

  private async *lines(actor: Actor, filter: CompletionFilter, language: Language): AsyncGenerator<string> {
    yield csvHead(language);
    for await (const rows of this.completions.all(actor, filter)) yield rows.map((row) => csvRow(row, language)).join('');
  }
}

const toView = (row: CompletionRow): CompletionView => ({
  id: row.id,
  personId: row.person_id,
  name: nameOf(row.given_name, row.family_name),
  country: row.country,
  institution: row.institution,
  code: row.code,
  title: row.title,
  hours: row.hours,
  edition: row.edition,
  completedAt: row.completed_at,
  voidedAt: row.voided_at,
  mark: row.mark,
  credential: row.credential_id && row.credential_state ? { id: row.credential_id, state: row.credential_state } : null,
});
