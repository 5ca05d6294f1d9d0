import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { Hears, type Recorder } from '@aula/platform';
import { AttemptService } from './attempt.service.js';

/** What assessment does when others speak. */
@Injectable()
export class AttemptListener {
  constructor(private readonly attempts: AttemptService) {}

  /** Whoever was withdrawn sits no further: their open attempts are handed in as they stand, and their tokens are over with them. */
  @Hears('enrollment.withdrawn')
  onWithdrawn(items: Items<'enrollment.withdrawn'>, em: EntityManager, record: Recorder): Promise<void> {
    return this.attempts.submitWithdrawn(
      em,
      record,
      items.map((item) => item.enrollmentId),
    );
  }
}
