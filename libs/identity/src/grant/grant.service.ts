import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isStaff, type Actor, type GrantCreate, type GrantId, type GrantView, type Scope } from '@aula/contracts';
import { Ids, Problem, Work, found } from '@aula/platform';
import { pathOf } from '../institution/institution.queries.js';
import { Notifications } from '../notification/notification.service.js';
import { personOf } from '../person/person.queries.js';
import { shortenSessions } from '../session/session.queries.js';
import { flushUnique } from '../unique.queries.js';
import { RoleGrant } from './grant.entity.js';
import { grantPolicy } from './grant.policy.js';
import { demandAnotherAdministrator, readGrant, takeGrant } from './grant.queries.js';

@Injectable()
export class GrantService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly notifications: Notifications,
  ) {}

  /** Problems: grant.to-oneself; not-found (person); person.inactive; grant.scope-invalid; grant.exists. */
  give(actor: Actor, { personId, role, scope }: GrantCreate): Promise<GrantView> {
    return this.work.run(async (em, record) => {
      if (!grantPolicy['grant.give'](actor, { personId })) throw new Problem('forbidden', 'grant.to-oneself');
      const person = found(await personOf(em, personId));
      if (!person.active) throw new Problem('conflict', 'person.inactive');
      await demandScope(em, scope);
      const id = this.ids.next<GrantId>();
      em.persist(em.create(RoleGrant, { id, personId, role, scopeKind: scope.kind, scopeId: scope.id, grantedBy: actor.personId }));
      await flushUnique(em, { role_grant_in_force: new Problem('conflict', 'grant.exists') });
      if (isStaff([role])) await shortenSessions(em, personId);
      await this.notifications.tell(em, record, { personId, kind: 'grant.given', parameters: { role }, link: '/learning' });
      record.audit('grant', 'given', [id]);
      return found(await readGrant(em, id));
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

/** Of the scopes with an id, identity knows institutions and universities, which are nodes of the same tree. */
const demandScope = async (em: EntityManager, { kind, id }: Scope): Promise<void> => {
  const wrong = new Problem('invalid', 'grant.scope-invalid', {}, { errors: [{ path: 'scope', message: kind }] });
  if ((kind === 'everything') !== (id === null)) throw wrong;
  if (id !== null && (kind === 'institution' || kind === 'university'))
    await pathOf(em, id).catch(() => {
      throw wrong;
    });
};
