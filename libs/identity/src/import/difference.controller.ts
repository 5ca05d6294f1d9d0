import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { DifferenceList, DifferenceQuery, ImportId, rejectionHeadings, type Actor, type DifferenceView, type Page } from '@aula/contracts';
import { May, Signed, Work, found, sendTable, type AulaReply, type AulaRequest } from '@aula/platform';
import { Differences } from './difference.service.js';
import { allRejections, readImport } from './import.queries.js';

@Controller('api/identity/imports/:id')
export class DifferenceController {
  constructor(
    private readonly work: Work,
    private readonly differences: Differences,
  ) {}

  @Get('differences')
  @May('import.read', DifferenceList)
  list(
    @Signed() actor: Actor,
    @Param('id', { schema: ImportId }) id: ImportId,
    @Query({ schema: DifferenceQuery }) query: DifferenceQuery,
  ): Promise<Page<DifferenceView>> {
    return this.differences.list(actor, id, query);
  }

  @Get('rejections.csv')
  @May('import.read')
  rejections(
    @Signed() actor: Actor,
    @Param('id', { schema: ImportId }) id: ImportId,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    return this.work.read(async (em) => {
      found(await readImport(em, actor, id, language));
      const rows = cellsOf(allRejections(em, id, language));
      await sendTable(reply, { name: 'rejections', headings: rejectionHeadings(language), rows }, 'csv');
    });
  }
}

async function* cellsOf(rejections: ReturnType<typeof allRejections>): AsyncGenerator<(string | number | null)[]> {
  for await (const { line, column, code, message } of rejections) yield [line, column, message, code];
}
