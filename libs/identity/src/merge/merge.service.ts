import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Distinction, MergeCreate, MergeId, MergePreview, MergeView, PersonId, PersonView } from '@aula/contracts';
import { Ids, Problem, Work, found, inOrder, type Recorder } from '@aula/platform';
import { demandAnotherAdministrator, grantsOf } from '../grant/grant.queries.js';
import { carryNotifications, returnNotifications } from '../notification/carried.queries.js';
import { Person } from '../person/person.entity.js';
import { personPolicy } from '../person/person.policy.js';
import { placeOf, readPerson } from '../person/person.queries.js';
import { endAccess } from '../session/session.queries.js';
import { flushUnique } from '../unique.queries.js';
import { tellApart } from './duplicate.queries.js';
import { exchange, givesUnique, putBack, valuesOf, type Exchange } from './merge.entity.js';
import { giveGrantsBack, keepMerge, mergeOf, noteUndone, readMerge, setGrantsAside, whatMoves, type Merge } from './merge.queries.js';

/** Two accounts of one person become one, and two again when that was a mistake. */
@Injectable()
export class Merges {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /** What a merge would do. Problems: those of `merge`. */
  preview(actor: Actor, keptId: PersonId, mergedId: PersonId): Promise<MergePreview> {
    return this.work.read(async (em) => {
      const [kept, merged] = await demandBoth(em, actor, keptId, mergedId);
      return { kept, merged, ...(await whatMoves(em, keptId, mergedId)), grants: await grantsOf(em, mergedId) };
    });
  }

  /**
   * The account that goes is signed out and keeps what it does not give; other houses move what hangs on it when they hear. Problems:
   * not-found; merge.same-person; merge.protected; merge.already-merged; person.inactive (who stays); person.not-oneself;
   * grant.last-administrator.
   */
  merge(actor: Actor, { keptId, mergedId, take }: MergeCreate): Promise<MergeView> {
    return this.work.run(async (em, record) => {
      const [{ active }] = await demandBoth(em, actor, keptId, mergedId);
      if (!active) throw new Problem('conflict', 'person.inactive');
      if (mergedId === actor.personId) throw new Problem('conflict', 'person.not-oneself');
      await demandAnotherAdministrator(em, mergedId);
      const { kept, merged } = await lockBoth(em, keptId, mergedId);
      if (kept.mergedInto ?? merged.mergedInto) throw new Problem('conflict', 'merge.already-merged');
      const id = this.ids.next<MergeId>();
      const taken = [...new Set(take)];
      const before = { keptBefore: valuesOf(kept, taken), mergedBefore: { ...valuesOf(merged, taken), active: merged.active } };
      Object.assign(merged, { active: false, mergedInto: kept.id });
      await write(em, { id, kept, merged }, exchange(kept, merged, taken));
      await endAccess(em, [mergedId]);
      const grantIds = await setGrantsAside(em, mergedId);
      await carryNotifications(em, keptId, mergedId);
      await keepMerge(em, { id, keptId, mergedId, taken, ...before, grantIds }, actor.personId);
      tell(record, 'person.merged', { id, keptId, mergedId, grantIds });
      return found(await readMerge(em, id));
    });
  }

  /**
   * Both accounts are as they were, but for what was changed since. Problems: not-found; merge.protected; merge.undone-already;
   * merge.kept-merged.
   */
  undo(actor: Actor, id: MergeId): Promise<MergeView> {
    return this.work.run(async (em, record) => {
      const merge = found(await mergeOf(em, id));
      const { keptId, mergedId } = merge as Merge & { keptId: PersonId; mergedId: PersonId };
      await demandSeen(em, actor, keptId, mergedId);
      if (merge.undoneAt) throw new Problem('conflict', 'merge.undone-already');
      const { kept, merged } = await lockBoth(em, keptId, mergedId);
      if (kept.mergedInto) throw new Problem('conflict', 'merge.kept-merged');
      Object.assign(merged, { active: merge.mergedBefore.active, mergedInto: null });
      await write(em, { id, kept, merged }, putBack(kept, merge));
      await giveGrantsBack(em, merge.grantIds);
      await returnNotifications(em, keptId, mergedId);
      await noteUndone(em, id, actor.personId);
      tell(record, 'person.unmerged', { id, keptId, mergedId, grantIds: merge.grantIds });
      return found(await readMerge(em, id));
    });
  }

  /** Keeps that somebody has looked, and found two people. Problem: not-found. */
  async distinguish(actor: Actor, { personIds }: Distinction): Promise<void> {
    await this.work.run(async (em) => {
      await demandSeen(em, actor, ...personIds);
      await tellApart(em, personIds, actor.personId);
    });
  }
}

const tell = (
  record: Recorder,
  fact: 'person.merged' | 'person.unmerged',
  { id, keptId, mergedId, grantIds }: { id: MergeId; keptId: PersonId; mergedId: PersonId; grantIds: string[] },
): void => {
  const undone = fact === 'person.unmerged';
  record('person.changed', [{ personId: keptId }, { personId: mergedId }]);
  record(fact, [{ mergeId: id, keptId, mergedId }]);
  record.audit('grant', undone ? 'returned' : 'set-aside', grantIds);
  record.audit('person-merge', undone ? 'undone' : 'merged', [id]);
};

/** Both, whom the actor sees and may merge. */
const demandSeen = async (em: EntityManager, actor: Actor, keptId: PersonId, mergedId: PersonId): Promise<[PersonView, PersonView]> => {
  if (keptId === mergedId) throw new Problem('conflict', 'merge.same-person');
  const people = await inOrder([keptId, mergedId], async (id) => found(await readPerson(em, actor, id)));
  const places = await inOrder([keptId, mergedId], async (id) => found(await placeOf(em, id)));
  if (!personPolicy['person.merge'](actor, places)) throw new Problem('forbidden', 'merge.protected');
  return people as [PersonView, PersonView];
};
const demandBoth = async (...[em, actor, keptId, mergedId]: Parameters<typeof demandSeen>): Promise<[PersonView, PersonView]> => {
  const people = await demandSeen(em, actor, keptId, mergedId);
  if (people.some((each) => each.mergedInto)) throw new Problem('conflict', 'merge.already-merged');
  return people;
};

const lockBoth = async (em: EntityManager, keptId: string, mergedId: string): Promise<{ kept: Person; merged: Person }> => {
  const people = await em.find(Person, { id: [keptId, mergedId] }, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  const by = (id: string): Person => found(people.find((each) => each.id === id));
  return { kept: by(keptId), merged: by(mergedId) };
};

/** Addresses and ids are unique at every moment: the one that gives lets go of them first. Problems: person.email-taken; person.external-id-taken. */
const write = async (
  em: EntityManager,
  { id, kept, merged }: { id: string; kept: Person; merged: Person },
  wish: Exchange,
): Promise<void> => {
  const own = { email: merged.email, externalId: merged.externalId };
  if (givesUnique(wish)) {
    Object.assign(merged, { email: `${id}@merged.invalid`, externalId: null });
    await em.flush();
  }
  Object.assign(kept, wish.forKept, { revision: kept.revision + 1 });
  await em.flush();
  Object.assign(merged, own, wish.forMerged, { revision: merged.revision + 1 });
  await flushUnique(em, {
    person_email: new Problem('conflict', 'person.email-taken', { email: merged.email }),
    person_external_id: new Problem('conflict', 'person.external-id-taken', { externalId: merged.externalId ?? '' }),
  });
};
