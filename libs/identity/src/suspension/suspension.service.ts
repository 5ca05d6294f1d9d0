import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Actor, PersonId, PersonView } from '@aula/contracts';
import { Ids, Problem, Work, ensure, found, type Recorder } from '@aula/platform';
import { demandAnotherAdministrator } from '../grant/grant.queries.js';
import { Person } from '../person/person.entity.js';
import { personPolicy } from '../person/person.policy.js';
import { personOf, placeOf, readPerson } from '../person/person.queries.js';
import { endAccess } from '../session/session.queries.js';
import { endSuspension, keepSuspension } from './suspension.queries.js';

/** Shutting people out, and letting them in again, each with its reason. */
@Injectable()
export class Suspensions {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /**
   * The person is signed out everywhere in the same transaction. Problems: not-found; forbidden; person.email-protected; person.merged;
   * person.suspended-already; person.not-oneself; grant.last-administrator.
   */
  suspend(actor: Actor, id: PersonId, reason: string): Promise<PersonView> {
    return this.turn(actor, id, false, reason, 'person.suspended-already');
  }

  /** Problems: those of `suspend`; person.not-suspended. */
  reinstate(actor: Actor, id: PersonId, reason: string): Promise<PersonView> {
    return this.turn(actor, id, true, reason, 'person.not-suspended');
  }

  /** Keeps book of a person becoming active or not: also where it is one change among others, and has no reason. */
  async follow(
    em: EntityManager,
    record: Recorder,
    actor: Actor,
    person: Person,
    { active, reason = null }: { active: boolean; reason?: string | null },
  ): Promise<void> {
    if (active === person.active) return;
    const by = actor.personId;
    if (active) {
      const ended = await endSuspension(em, { personId: person.id, by, reason });
      if (ended) record.audit('suspension', 'reinstated', [ended.id]);
      return;
    }
    if (person.id === by) throw new Problem('conflict', 'person.not-oneself');
    await demandAnotherAdministrator(em, person.id);
    await endAccess(em, [person.id]);
    const id: string = this.ids.next();
    await keepSuspension(em, { id, personId: person.id, by, reason });
    record.audit('suspension', 'suspended', [id]);
  }

  private turn(
    actor: Actor,
    id: PersonId,
    active: boolean,
    reason: string,
    already: 'person.suspended-already' | 'person.not-suspended',
  ): Promise<PersonView> {
    return this.work.run(async (em, record) => {
      found(await readPerson(em, actor, id));
      const person = await em.findOneOrFail(Person, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const place = found(await placeOf(em, id));
      ensure(personPolicy['person.suspend'](actor, place), 'person.suspend');
      if (!personPolicy['person.change-access'](actor, place)) throw new Problem('forbidden', 'person.email-protected');
      if (person.mergedInto) throw new Problem('conflict', 'person.merged');
      if (person.active === active) throw new Problem('conflict', already);
      await this.follow(em, record, actor, person, { active, reason });
      person.change({ active });
      await em.flush();
      record('person.changed', [{ personId: id }]);
      return found(await personOf(em, id));
    });
  }
}
