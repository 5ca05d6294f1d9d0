import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Actor, InstitutionChange, InstitutionCreate, InstitutionId, InstitutionNode, InstitutionView } from '@aula/contracts';
import { Clock, Ids, Problem, Work, ensure, found } from '@aula/platform';
import { peopleReach } from '../person/person.policy.js';
import { flushUnique } from '../unique.queries.js';
import { Institution, pathBelow } from './institution.entity.js';
import { institutionPolicy } from './institution.policy.js';
import { demandMemberState, holdTree, institutionTree, moveBranch, openBelow, pathOfOpen, readInstitution } from './institution.queries.js';

@Injectable()
export class InstitutionService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Plants an institution in the tree. Problems: forbidden; country-not-member; institution.unknown and institution.closed (parent);
   * institution.code-taken.
   */
  create(actor: Actor, { code, name, country, parentId }: InstitutionCreate): Promise<InstitutionView> {
    return this.work.run(async (em, record) => {
      await holdTree(em);
      const parent = parentId ? await pathOfOpen(em, parentId) : null;
      ensure(institutionPolicy['institution.create'](actor, { path: parent }), 'institution.create');
      await demandMemberState(em, country);
      const id = this.ids.next<InstitutionId>();
      const place = { parentId: parentId ?? null, path: pathBelow(parent, id), closedAt: null };
      em.persist(em.create(Institution, { id, code, name, country, ...place }));
      await flushUnique(em, { institution_code: new Problem('conflict', 'institution.code-taken', { code }) });
      record.audit('institution', 'created', [id]);
      return found(await readInstitution(em, id, []));
    });
  }

  /** Problem: not-found. */
  async read(actor: Actor, id: InstitutionId): Promise<InstitutionView> {
    return found(await this.work.read((em) => readInstitution(em, id, branchesOf(actor))));
  }

  /** The whole tree with the numbers of people in the actor's reach. */
  async tree(actor: Actor): Promise<InstitutionNode[]> {
    const nodes = await this.work.read((em) => institutionTree(em, branchesOf(actor)));
    return nodes.map(({ path, ...node }) => ({ ...node, mayChange: institutionPolicy['institution.change'](actor, { path }) }));
  }

  /**
   * Renames an institution or moves it with all that is below it; scopes over it follow. Problems: not-found; forbidden;
   * country-not-member; institution.unknown, .closed and .cycle (parent); institution.code-taken.
   */
  change(actor: Actor, id: InstitutionId, { parentId, ...wish }: InstitutionChange): Promise<InstitutionView> {
    return this.verb(actor, id, 'changed', async (em, institution) => {
      await demandMemberState(em, wish.country);
      if (parentId !== undefined && parentId !== institution.parentId) await move(em, actor, institution, parentId);
      const { code = institution.code, name = institution.name, country = institution.country } = wish;
      Object.assign(institution, { code, name, country });
      await flushUnique(em, { institution_code: new Problem('conflict', 'institution.code-taken', { code }) });
    });
  }

  /** Nobody new comes into it; whoever is there stays. Problems: not-found; forbidden; institution.open-below. */
  close(actor: Actor, id: InstitutionId): Promise<InstitutionView> {
    return this.verb(actor, id, 'closed', async (em, institution) => {
      const count = await openBelow(em, id);
      if (count > 0) throw new Problem('conflict', 'institution.open-below', { name: institution.name, count });
      institution.closedAt ??= this.clock.now();
    });
  }

  /** Problems: not-found; forbidden; institution.closed (the one above). */
  open(actor: Actor, id: InstitutionId): Promise<InstitutionView> {
    return this.verb(actor, id, 'opened', async (em, institution) => {
      if (institution.parentId) await pathOfOpen(em, institution.parentId);
      institution.closedAt = null;
    });
  }

  private verb(
    actor: Actor,
    id: InstitutionId,
    action: string,
    act: (em: EntityManager, institution: Institution) => Promise<void>,
  ): Promise<InstitutionView> {
    return this.work.run(async (em, record) => {
      await holdTree(em);
      const institution = found(await em.findOne(Institution, id, { lockMode: LockMode.PESSIMISTIC_WRITE }));
      ensure(institutionPolicy['institution.change'](actor, { path: institution.path }), 'institution.change');
      await act(em, institution);
      await em.flush();
      record.audit('institution', action, [id]);
      return found(await readInstitution(em, id, branchesOf(actor)));
    });
  }
}

/** Where it comes to lie, the actor must be at home as well. */
const move = async (em: EntityManager, actor: Actor, institution: Institution, parentId: InstitutionId | null): Promise<void> => {
  const parent = parentId ? await pathOfOpen(em, parentId) : null;
  ensure(institutionPolicy['institution.create'](actor, { path: parent }), 'institution.create');
  if (parent?.includes(institution.id)) throw new Problem('conflict', 'institution.cycle', { name: institution.name });
  await moveBranch(em, institution.id, parent);
  await em.refresh(institution);
};

const branchesOf = (actor: Actor): string[] | null => {
  const { everyone, branches } = peopleReach(actor);
  return everyone ? null : branches;
};
