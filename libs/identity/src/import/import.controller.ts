import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ImportId,
  ImportList,
  ImportStarted,
  ImportView,
  PageQuery,
  RejectionList,
  type Actor,
  type Page,
  type RejectionView,
} from '@aula/contracts';
import { May, Signed, Work, found, receive, type AulaRequest } from '@aula/platform';
import { listImports, listRejections, readImport } from './import.queries.js';
import { ImportService } from './import.service.js';

/** Bytes of a file of people: some two million of them. */
const mostBytes = 268_435_456;

@Controller('api/identity/imports')
export class ImportController {
  constructor(
    private readonly work: Work,
    private readonly imports: ImportService,
  ) {}

  @Post()
  @HttpCode(202)
  @May('import.run', ImportStarted, { status: 202 })
  async start(@Signed() actor: Actor, @Req() request: AulaRequest): Promise<{ id: ImportId }> {
    const { fields, file } = await receive(request, mostBytes, ({ name, stream }) => this.imports.store(name, stream));
    return this.imports.start(actor, file, { mode: fields['mode'], key: request.headers['idempotency-key']?.toString().slice(0, 200) });
  }

  @Get()
  @May('import.read', ImportList)
  list(@Signed() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery, @Req() request: AulaRequest): Promise<Page<ImportView>> {
    return this.work.read((em) => listImports(em, actor, query, request.language));
  }

  @Get(':id')
  @May('import.read', ImportView)
  read(@Signed() actor: Actor, @Param('id', { schema: ImportId }) id: ImportId, @Req() request: AulaRequest): Promise<ImportView> {
    return this.work.read(async (em) => found(await readImport(em, actor, id, request.language)));
  }

  @Get(':id/rejections')
  @May('import.read', RejectionList)
  rejections(
    @Signed() actor: Actor,
    @Param('id', { schema: ImportId }) id: ImportId,
    @Query({ schema: PageQuery }) query: PageQuery,
    @Req() request: AulaRequest,
  ): Promise<Page<RejectionView>> {
    return this.work.read(async (em) => {
      found(await readImport(em, actor, id, request.language));
      return listRejections(em, id, query, request.language);
    });
  }

  @Post(':id/application')
  @HttpCode(202)
  @May('import.run', ImportStarted, { status: 202 })
  apply(@Signed() actor: Actor, @Param('id', { schema: ImportId }) id: ImportId): Promise<{ id: ImportId }> {
    return this.imports.apply(actor, id);
  }

  @Post(':id/reversal')
  @HttpCode(202)
  @May('import.run', ImportStarted, { status: 202 })
  reverse(@Signed() actor: Actor, @Param('id', { schema: ImportId }) id: ImportId): Promise<{ id: ImportId }> {
    return this.imports.reverse(actor, id);
  }
}
