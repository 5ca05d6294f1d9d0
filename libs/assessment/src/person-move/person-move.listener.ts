import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { Hears, type Recorder } from '@aula/platform';
import { followEnrollments } from './person-move.queries.js';

/** Attempts follow their enrollment when two accounts of one person are merged or separated again. */
@Injectable()
export class PersonMoveListener {
  @Hears('enrollment.moved')
  async onMoved(items: Items<'enrollment.moved'>, em: EntityManager, record: Recorder): Promise<void> {
    const moved = await followEnrollments(
      em,
      items.map((item) => item.enrollmentId),
    );
    record.audit('attempt', 'moved', moved);
  }
}
