import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  EditionId,
  EnrollRequest,
  EnrollmentBatchId,
  EnrollmentBatchStarted,
  EnrollmentBatchView,
  holdsEverywhere,
  type Actor,
} from '@aula/contracts';
import { May, Signed, Work, found } from '@aula/platform';
import { batchFor, type BatchRow } from './enrollment-batch.queries.js';
import { EnrollmentBatchService } from './enrollment-batch.service.js';

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
    const reader = { personId: actor.personId, all: holdsEverywhere(actor, 'administrator') };
    return toView(found(await this.work.read((em) => batchFor(em, id, reader))));
  }
}

const toView = ({
  id,
  edition_id: editionId,
  state,
  requested,
  enrolled,
  skipped,
  created_at: createdAt,
}: BatchRow): EnrollmentBatchView => ({
  id,
  editionId,
  state,
  requested,
  enrolled,
  skipped: Object.entries(skipped).map(([code, count]) => ({ code, count })),
  createdAt,
});
