import { Injectable } from '@nestjs/common';
import { Ids, Job, Work } from '@aula/platform';
import { keepPlaced, placeNext, takeUp } from './enrollment-batch.queries.js';

/** People of one transaction: few enough that progress is seen and memory stays flat, many enough that 200,000 take seconds. */
const chunk = 5_000;

@Injectable()
export class EnrollmentBatchJobs {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /** Enrolls the people of a batch. A crash leaves whole chunks: work goes on behind the last person who was looked at. */
  @Job('enrollment.enroll-cohort')
  async enroll(batchId: string): Promise<void> {
    await this.work.inChunks(chunk, async (em, record, limit) => {
      const batch = await takeUp(em, batchId);
      if (!batch) return 0;
      const placed = await placeNext(
        em,
        batch,
        Array.from({ length: limit }, () => this.ids.next()),
      );
      record('enrollment-batch.finished', await keepPlaced(em, batch, placed));
      record(
        'enrollment.activated',
        placed.enrollments.map((each) => ({ ...each, editionId: batch.edition_id })),
      );
      record.audit(
        'enrollment',
        'enrolled',
        placed.enrollments.map((each) => each.enrollmentId),
      );
      return placed.seen;
    });
  }
}
