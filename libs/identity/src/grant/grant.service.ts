import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  givesRight,
  isStaff,
  rightNames,
  rights,
  type Actor,
  type GrantCreate,
  type GrantId,
  type GrantView,
  type PersonId,
  type PersonRightsView,
  type Scope,
} from '@aula/contracts';
import { Ids, LiveSettings, Problem, Work, found } from '@aula/platform';
import { pathOf } from '../institution/institution.queries.js';
import { Notifications } from '../notification/notification.service.js';
import { personOf } from '../person/person.queries.js';
import { shortenSessions } from '../session/session.queries.js';
import { staffSecondsOf } from '../session/length.service.js';
import { flushUnique } from '../unique.queries.js';
import { RoleGrant } from './grant.entity.js';
import { grantPolicy } from './grant.policy.js';
import { demandAnotherAdministrator, endGrantAt, markEnded, readGrant, takeGrant, viewsOf } from './grant.queries.js';

@Injectable()
export class GrantService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly notifications: Notifications,
    private readonly live: LiveSettings,
  ) {}

  /** Problems: grant.to-oneself; not-found (person); person.inactive; grant.scope-invalid; grant.exists; grant.term-invalid. */
  give(actor: Actor, { personId, role, scope, endsAt }: GrantCreate): Promise<GrantView> {
    return this.work.run(async (em, record) => {
      if (!grantPolicy['grant.give'](actor, { personId })) throw new Problem('forbidden', 'grant.to-oneself');
      const person = found(await personOf(em, personId));
      if (!person.active) throw new Problem('conflict', 'person.inactive');
      await demandScope(em, scope);
      record.audit('grant', 'ended', await markEnded(em, mostAtOnce, personId)); // what is over stands in nobody's way
      const id = this.ids.next<GrantId>();
      em.persist(em.create(RoleGrant, { id, personId, role, scopeKind: scope.kind, scopeId: scope.id, grantedBy: actor.personId }));
      await flushUnique(em, { role_grant_in_force: new Problem('conflict', 'grant.exists') });
      if (endsAt && !(await endGrantAt(em, id, endsAt))) throw termInvalid();
      if (isStaff([role])) await shortenSessions(em, personId, await staffSecondsOf(this.live));
      await this.notifications.tell(em, record, { personId, kind: 'grant.given', parameters: { role }, link: '/learning' });
      record.audit('grant', 'given', [id]);
      return found(await readGrant(em, id));
    });
  }

  /** What the person may do, and which grant is why. Problem: not-found. */
  rightsOf(personId: PersonId): Promise<PersonRightsView> {
    return this.work.read(async (em) => {
      const { id, givenName, familyName, email, active } = found(await personOf(em, personId));
      const grants = await viewsOf(em, personId);
      return {
        person: { id, name: `${givenName} ${familyName}`, email, active },
        grants,
        rights: rightNames
          .map((right) => ({
            right,
            area: rights[right].area,
            for: rights[right].for,
            grants: grants.filter((grant) => givesRight(right, grant)).map((grant) => grant.id),
          }))
          .filter((each) => each.for !== 'roles' || each.grants.length > 0),
      };
    });
  }

  /** Problems: not-found; grant.last-administrator. */
  async take(id: GrantId): Promise<void> {
    await this.work.run(async (em, record) => {
      const { personId, role, scope } = found(await readGrant(em, id));
      if (role === 'administrator' && scope.kind === 'everything') await demandAnotherAdministrator(em, personId);
      if (!(await takeGrant(em, id))) throw new Problem('not-found', 'not-found');
      record.audit('grant', 'taken', [id]);
    });
  }
}

const mostAtOnce = 500;
const termInvalid = (): Problem =>
  new Problem('invalid', 'grant.term-invalid', {}, { errors: [{ path: 'endsAt', message: 'in the future, ≤ 10 years' }] });

/** Of the scopes with an id, identity knows institutions and universities, which are nodes of the same tree. */
const demandScope = async (em: EntityManager, { kind, id }: Scope): Promise<void> => {
  const wrong = new Problem('invalid', 'grant.scope-invalid', {}, { errors: [{ path: 'scope', message: kind }] });
  if ((kind === 'everything') !== (id === null)) throw wrong;
  if (id !== null && (kind === 'institution' || kind === 'university'))
    await pathOf(em, id).catch(() => {
      throw wrong;
    });
};
