import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Actor, MeChange, PersonChange, PersonCreate, PersonId, PersonView } from '@aula/contracts';
import { Clock, Ids, Problem, Work, ensure, found } from '@aula/platform';
import { demandMemberState, pathOfOpen } from '../institution/institution.queries.js';
import { postpone } from '../notification/choice.queries.js';
import { Suspensions } from '../suspension/suspension.service.js';
import { flushUnique } from '../unique.queries.js';
import { Person, addressOf } from './person.entity.js';
import { personPolicy, type PersonPlace } from './person.policy.js';
import { holderOf, personOf, placeOf, putZone, readPerson } from './person.queries.js';

@Injectable()
export class PersonService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly suspensions: Suspensions,
  ) {}

  /** Problem: not-found, also for people whom the actor may not see. */
  async read(actor: Actor, id: PersonId): Promise<PersonView> {
    return found(await this.work.read((em) => readPerson(em, actor, id)));
  }

  /** Problems: forbidden; country-not-member; institution.unknown; person.email-taken; person.external-id-taken. */
  create(actor: Actor, wish: PersonCreate): Promise<PersonView> {
    return this.work.run(async (em, record) => {
      const path = wish.institutionId ? await pathOfOpen(em, wish.institutionId) : [];
      ensure(personPolicy['person.create'](actor, { path }), 'person.create');
      await demandMemberState(em, wish.country);
      await demandFree(em, actor, { id: null, ...wish });
      const id = this.ids.next<PersonId>();
      const { givenName, familyName, language, externalId = null, sex = null, country = null } = wish;
      const institutionId = wish.institutionId ?? null;
      const more = {
        rank: wish.rank || null,
        birthYear: wish.birthYear ?? null,
        active: true,
        deactivatedBy: null,
        mergedInto: null,
        revision: 1,
      };
      const data = { id, email: addressOf(wish.email), givenName, familyName, language, externalId, sex, country, institutionId, ...more };
      em.persist(em.create(Person, data));
      await this.write(em, wish);
      record('person.changed', [{ personId: id }]);
      return found(await personOf(em, id));
    });
  }

  /**
   * Problems: not-found; forbidden; those of `create`; person.email-protected; person.not-oneself; grant.last-administrator.
   * Whoever is deactivated loses every session and token in the same transaction.
   */
  change(actor: Actor, id: PersonId, wish: PersonChange): Promise<PersonView> {
    return this.work.run(async (em, record) => {
      found(await readPerson(em, actor, id));
      const person = await em.findOneOrFail(Person, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      await this.demandRights(em, actor, person, wish);
      if (person.mergedInto) throw new Problem('conflict', 'person.merged');
      await demandMemberState(em, wish.country);
      await demandFree(em, actor, { id, ...wish });
      await this.suspensions.follow(em, record, actor, person, { active: wish.active ?? person.active });
      if (person.change(wish)) record('person.changed', [{ personId: id }]);
      await this.write(em, wish);
      return found(await personOf(em, id));
    });
  }

  /** The language in which the person is spoken to, and the zone in which their day is reckoned. */
  async changeMe({ personId }: Actor, { language, timeZone }: MeChange): Promise<void> {
    await this.work.run(async (em, record) => {
      const person = await em.findOneOrFail(Person, personId, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const spoken = language !== undefined && person.change({ language });
      const moved = timeZone !== undefined && (await putZone(em, personId, timeZone));
      if (moved) await postpone(em, personId, this.clock.now());
      if (spoken || moved) record('person.changed', [{ personId }]);
    });
  }

  private async demandRights(em: EntityManager, actor: Actor, person: Person, wish: PersonChange): Promise<void> {
    const place: PersonPlace = found(await placeOf(em, person.id));
    ensure(personPolicy['person.change'](actor, place), 'person.change');
    if (wish.institutionId !== undefined && wish.institutionId !== person.institutionId) {
      const path = wish.institutionId ? await pathOfOpen(em, wish.institutionId) : [];
      ensure(personPolicy['person.change'](actor, { path }), 'person.change');
    }
    const access = (wish.email !== undefined && addressOf(wish.email) !== person.email) || (wish.active ?? person.active) !== person.active;
    if (access && !personPolicy['person.change-access'](actor, place)) throw new Problem('forbidden', 'person.email-protected');
  }

  private write(em: EntityManager, { email = '', externalId }: { email?: string; externalId?: string | null }): Promise<void> {
    return flushUnique(em, {
      person_email: new Problem('conflict', 'person.email-taken', { email: addressOf(email) }),
      person_external_id: new Problem('conflict', 'person.external-id-taken', { externalId: externalId ?? '' }),
    });
  }
}

/** Says whose an address or an id is already, where the actor may know; two requests at once meet in the unique index. */
const demandFree = async (
  em: EntityManager,
  actor: Actor,
  { id, email, externalId }: { id: PersonId | null; email?: string | undefined; externalId?: string | null | undefined },
): Promise<void> => {
  const wanted = { email: email === undefined ? null : addressOf(email), externalId: externalId ?? null };
  const holder = wanted.email === null && wanted.externalId === null ? undefined : await holderOf(em, actor, { id, ...wanted });
  if (!holder) return;
  const more = holder.personId === null ? {} : { members: { personId: holder.personId, name: holder.name } };
  if (holder.email) throw new Problem('conflict', 'person.email-taken', { email: wanted.email ?? '' }, more);
  throw new Problem('conflict', 'person.external-id-taken', { externalId: wanted.externalId ?? '' }, more);
};
