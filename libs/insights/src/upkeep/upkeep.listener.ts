import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { Hears } from '@aula/platform';
import { mark } from './refresh.queries.js';

/** Facts mark what has changed; how it is now is read when it is counted, so their order does not matter. */
@Injectable()
export class UpkeepListener {
  @Hears('enrollment.activated')
  onActivated(items: Items<'enrollment.activated'>, em: EntityManager): Promise<void> {
    return markEnrollments(items, em);
  }

  @Hears('enrollment.withdrawn')
  onWithdrawn(items: Items<'enrollment.withdrawn'>, em: EntityManager): Promise<void> {
    return markEnrollments(items, em);
  }

  /** Whoever took the enrollment over counts with their own institution, country, sex, age and language. */
  @Hears('enrollment.moved')
  onMoved(items: Items<'enrollment.moved'>, em: EntityManager): Promise<void> {
    return markEnrollments(items, em);
  }

  /** What it does to the unit is enrollment's to say: where that comes later than the count, it is followed as progress is. */
  @Hears('grade.changed')
  onGradeChanged(items: Items<'grade.changed'>, em: EntityManager): Promise<void> {
    return markEnrollments(items, em);
  }

  @Hears('completion.recorded')
  onCompleted(items: Items<'completion.recorded'>, em: EntityManager): Promise<void> {
    return markEnrollments(items, em);
  }

  @Hears('credential.issued')
  onIssued(items: Items<'credential.issued'>, em: EntityManager): Promise<void> {
    return markEnrollments(items, em);
  }

  @Hears('credential.revoked')
  onRevoked(items: Items<'credential.revoked'>, em: EntityManager): Promise<void> {
    return markEnrollments(items, em);
  }

  @Hears('person.changed')
  async onPersonChanged(items: Items<'person.changed'>, em: EntityManager): Promise<void> {
    await mark(
      em,
      [],
      items.map(({ personId }) => personId),
    );
  }
}

const markEnrollments = async (items: readonly { enrollmentId: string }[], em: EntityManager): Promise<void> => {
  await mark(
    em,
    items.map(({ enrollmentId }) => enrollmentId),
  );
};
