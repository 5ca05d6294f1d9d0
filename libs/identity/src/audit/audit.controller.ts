import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import {
  AuditCheckId,
  AuditCheckList,
  AuditEntryList,
  AuditExportQuery,
  AuditQuery,
  PageQuery,
  type Actor,
  type AuditCheckView,
  type AuditEntryView,
  type Page,
} from '@aula/contracts';
import { May, Signed, type AulaReply, type AulaRequest } from '@aula/platform';
import { AuditChecks } from './audit-check.service.js';
import { AuditService, type ExportedLine } from './audit.service.js';
import { csvLine, headings } from './csv.entity.js';

const Requested = z.object({ id: AuditCheckId }).meta({ id: 'AuditCheckRequested' });

@Controller('api/identity')
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly checks: AuditChecks,
  ) {}

  @Get('audit-entries')
  @May('audit.read', AuditEntryList)
  search(@Signed() actor: Actor, @Query({ schema: AuditQuery }) query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.audit.search(actor, query);
  }

  @Get('audit-entries.csv')
  @May('audit.read')
  async csv(
    @Signed() actor: Actor,
    @Query({ schema: AuditExportQuery }) query: AuditExportQuery,
    @Req() { language }: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
      'cache-control': 'private, no-store',
    };
    await reply.headers(headers).send(Readable.from(this.lines(actor, query, language)));
  }

  private async *lines(actor: Actor, query: AuditExportQuery, language: AulaRequest['language']): AsyncGenerator<string> {
    yield `\uFEFF${csvLine(headings[language])}`; // the mark at the beginning tells spreadsheets that this is UTF-8
    for await (const lines of this.audit.export(actor, query)) yield lines.map(lineOf).join('');
  }

  @Get('audit-checks')
  @May('audit.read', AuditCheckList)
  list(@Signed() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery): Promise<Page<AuditCheckView>> {
    return this.checks.list(actor, query);
  }

  @Post('audit-checks')
  @HttpCode(202)
  @May('audit.check', Requested, { status: 202 })
  check(@Signed() actor: Actor): Promise<z.infer<typeof Requested>> {
    return this.checks.request(actor);
  }
}

const lineOf = ({ entry, actor, group, id }: ExportedLine): string =>
  csvLine([entry.at, entry.actor, actor, entry.house, group.kind, group.action, id, entry.chain, entry.seq, entry.requestId]);
