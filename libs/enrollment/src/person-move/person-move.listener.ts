import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { EnrollmentId, Items } from '@aula/contracts';
import { Hears, inOrder, type Recorder } from '@aula/platform';
import { carryCompletions, carryOut, lockOfBoth, noteMoves, setAside, takeBack, type Merge } from './person-move.queries.js';

/** Enrollments follow the person from a duplicate account to the one that stays, and back when the merge is undone. */
@Injectable()
export class PersonMoveListener {
  @Hears('person.merged')
  async onMerged(items: Items<'person.merged'>, em: EntityManager, record: Recorder): Promise<void> {
    await inOrder(items, (merge) => forth(em, record, merge));
  }

  @Hears('person.unmerged')
  async onUnmerged(items: Items<'person.unmerged'>, em: EntityManager, record: Recorder): Promise<void> {
    await inOrder(items, (merge) => back(em, record, merge));
  }
}

const forth = async (em: EntityManager, record: Recorder, merge: Merge): Promise<void> => {
  await lockOfBoth(em, merge);
  await noteMoves(em, merge);
  await tellMoved(em, record, await carryOut(em, merge.mergeId, 'forth'), 'moved');
  const left = await setAside(em, merge);
  record(
    'enrollment.withdrawn',
    left.map(({ state: _, ...item }) => item),
  );
  record.audit('enrollment', 'set-aside', idsOf(left));
};

const back = async (em: EntityManager, record: Recorder, merge: Merge): Promise<void> => {
  await lockOfBoth(em, merge);
  await tellMoved(em, record, await carryOut(em, merge.mergeId, 'back'), 'returned');
  const returned = await takeBack(em, merge.mergeId);
  record(
    'enrollment.activated',
    returned.filter(({ state }) => state === 'active').map(({ state: _, ...item }) => item),
  );
  record.audit('enrollment', 'reinstated', idsOf(returned));
};

const idsOf = (left: readonly { enrollmentId: EnrollmentId }[]): EnrollmentId[] => left.map(({ enrollmentId }) => enrollmentId);

const tellMoved = async (em: EntityManager, record: Recorder, ids: EnrollmentId[], action: string): Promise<void> => {
  record.audit('enrollment', action, ids);
  record.audit('completion', action, await carryCompletions(em, ids));
  record(
    'enrollment.moved',
    ids.map((enrollmentId) => ({ enrollmentId })),
  );
};
