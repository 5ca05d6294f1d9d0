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
import { May, Signed, pageOfRows, sendTable, type AulaReply, type AulaRequest, type Table, type TableCell } from '@aula/platform';
import { cellsOf, headingsIn, nameOf } from './completion.entity.js';
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
  csv(
    @Signed() actor: Actor,
    @Query({ schema: CompletionFilter }) filter: CompletionFilter,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    return sendTable(reply, this.table(actor, filter, language), 'csv');
  }

  @Get('completions.xlsx')
  @May('completion.list')
  xlsx(
    @Signed() actor: Actor,
    @Query({ schema: CompletionFilter }) filter: CompletionFilter,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    return sendTable(reply, this.table(actor, filter, language), 'xlsx');
  }

  private table(actor: Actor, filter: CompletionFilter, language: Language): Table {
    return { name: 'completions', headings: headingsIn(language), rows: this.lines(actor, filter, language) };
  }

  private async *lines(actor: Actor, filter: CompletionFilter, language: Language): AsyncGenerator<TableCell[]> {
    for await (const rows of this.completions.all(actor, filter)) yield* rows.map((row) => cellsOf(row, language));
  }
}

const toView = (row: CompletionRow): CompletionView => ({
  id: row.id,
  personId: row.person_id,
  externalId: row.external_id,
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
  examinations: row.examinations,
  credential: row.credential_id && row.credential_state ? { id: row.credential_id, state: row.credential_state } : null,
});
