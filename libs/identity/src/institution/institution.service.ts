import { Injectable } from '@nestjs/common';
import type { Actor, InstitutionCreate, InstitutionId, InstitutionView } from '@aula/contracts';
import { Ids, Problem, Work, ensure, found } from '@aula/platform';
import { peopleReach } from '../person/person.policy.js';
import { flushUnique } from '../unique.queries.js';
import { Institution, pathBelow } from './institution.entity.js';
import { institutionPolicy } from './institution.policy.js';
import { demandMemberState, pathOf, readInstitution } from './institution.queries.js';

@Injectable()
export class InstitutionService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /** Plants an institution in the tree. Problems: forbidden; country-not-member; institution.unknown (parent); institution.code-taken. */
  create(actor: Actor, { code, name, country, parentId }: InstitutionCreate): Promise<InstitutionView> {
    return this.work.run(async (em) => {
      const parent = parentId ? await pathOf(em, parentId) : null;
      ensure(institutionPolicy['institution.create'](actor, { path: parent }), 'institution.create');
      await demandMemberState(em, country);
      const id = this.ids.next<InstitutionId>();
      em.persist(em.create(Institution, { id, code, name, country, parentId: parentId ?? null, path: pathBelow(parent, id) }));
      await flushUnique(em, { institution_code: new Problem('conflict', 'institution.code-taken', { code }) });
      return found(await readInstitution(em, id, []));
    });
  }

  /** Problem: not-found. */
  async read(actor: Actor, id: InstitutionId): Promise<InstitutionView> {
    const { everyone, branches } = peopleReach(actor);
    return found(await this.work.read((em) => readInstitution(em, id, everyone ? null : branches)));
  }
}
