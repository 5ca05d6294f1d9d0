import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { Hears, type Recorder } from '@aula/platform';
import { followEnrollments } from './person-move.queries.js';

/** Credentials follow their enrollment when two accounts of one person are merged or separated; what was signed stays as it is. */
@Injectable()
export class PersonMoveListener {
  @Hears('enrollment.moved')
  async onMoved(items: Items<'enrollment.moved'>, em: EntityManager, record: Recorder): Promise<void> {
    const moved = await followEnrollments(
      em,
      items.map((item) => item.enrollmentId),
    );
    record.audit('credential', 'moved', moved);
  }
}
