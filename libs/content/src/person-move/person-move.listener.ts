import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { Hears, inOrder } from '@aula/platform';
import { followEnrollments, giveShared, giveSharedBack } from './person-move.queries.js';

/** What was studied follows the enrollment; what a learner takes from course to course follows the person. */
@Injectable()
export class PersonMoveListener {
  @Hears('enrollment.moved')
  async onMoved(items: Items<'enrollment.moved'>, em: EntityManager): Promise<void> {
    await followEnrollments(
      em,
      items.map((item) => item.enrollmentId),
    );
  }

  @Hears('person.merged')
  async onMerged(items: Items<'person.merged'>, em: EntityManager): Promise<void> {
    await inOrder(items, (merge) => giveShared(em, merge));
  }

  @Hears('person.unmerged')
  async onUnmerged(items: Items<'person.unmerged'>, em: EntityManager): Promise<void> {
    await inOrder(items, (merge) => giveSharedBack(em, merge));
  }
}
