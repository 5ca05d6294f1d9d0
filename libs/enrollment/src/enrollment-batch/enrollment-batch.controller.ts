import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  EditionId,
  EnrollRequest,
  EnrollmentBatchId,
  EnrollmentBatchList,
  EnrollmentBatchStarted,
  EnrollmentBatchView,
  EnrollmentListCheck,
  EnrollmentListChecked,
  PageQuery,
  type Actor,
  type Page,
} from '@aula/contracts';
import { May, Signed, Work, found, pageOfRows } from '@aula/platform';
import { batchFor, batchesFor, type BatchRow } from './enrollment-batch.queries.js';
import { EnrollmentBatchService, readerOf } from './enrollment-batch.service.js';

@Controller('api/enrollment')
export class EnrollmentBatchController {
  constructor(
    private readonly batches: EnrollmentBatchService,
    private readonly work: Work,
  ) {}

  @Post('editions/:id/enrollments')
  @HttpCode(202)
  @May('edition.enroll', EnrollmentBatchStarted, { status: 202 })
  async start(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Body({ schema: EnrollRequest }) body: EnrollRequest,
  ): Promise<EnrollmentBatchStarted> {
    return { batchId: await this.batches.start(actor, id, body) };
  }

  @Get('enrollment-batches/:id')
  @May('edition.enroll', EnrollmentBatchView)
  async read(@Signed() actor: Actor, @Param('id', { schema: EnrollmentBatchId }) id: EnrollmentBatchId): Promise<EnrollmentBatchView> {
    return toView(found(await this.work.read((em) => batchFor(em, id, readerOf(actor)))));
  }

  @Get('editions/:id/enrollment-batches')
  @May('edition.enroll', EnrollmentBatchList)
  async list(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<EnrollmentBatchView>> {
    const listed = await this.work.read((em) => batchesFor(em, id, readerOf(actor), query));
    return pageOfRows(listed, query.limit, toView, (batch) => [batch.id]);
  }

  @Post('editions/:id/enrollment-lists')
  @HttpCode(200)
  @May('edition.enroll', EnrollmentListChecked)
  check(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Body({ schema: EnrollmentListCheck }) body: EnrollmentListCheck,
  ): Promise<EnrollmentListChecked> {
    return this.batches.check(actor, id, body.rows);
  }

  @Post('enrollment-batches/:id/reversal')
  @HttpCode(202)
  @May('edition.enroll', EnrollmentBatchView, { status: 202 })
  async reverse(@Signed() actor: Actor, @Param('id', { schema: EnrollmentBatchId }) id: EnrollmentBatchId): Promise<EnrollmentBatchView> {
    await this.batches.reverse(actor, id);
    return this.read(actor, id);
  }
}

const toView = (batch: BatchRow): EnrollmentBatchView => ({
  id: batch.id,
  editionId: batch.edition_id,
  kind: batch.kind,
  state: batch.state,
  requested: batch.requested,
  enrolled: batch.enrolled,
  skipped: Object.entries(batch.skipped).map(([code, count]) => ({ code, count })),
  createdAt: batch.created_at,
  reversal: batch.reversal && {
    state: batch.reversal_failed ? 'failed' : batch.reversal,
    withdrawn: batch.withdrawn,
    kept: batch.kept,
  },
  may: batch.state === 'done' && batch.enrolled > 0 && batch.reversal === null ? ['enrollment-batch.reverse'] : [],
});
