import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, EditionId, EnrollRequest, EnrollmentBatchId, InstitutionId } from '@aula/contracts';
import { Ids, Problem, Work, ensure, found } from '@aula/platform';
import { editionFor, institutionPath } from '../edition/edition.queries.js';
import { demandStanding, invalid } from '../edition/edition.service.js';
import { enrollReach, mayEnroll, mayOpen } from '../enrollment.policy.js';
import { keepBatch } from './enrollment-batch.queries.js';

@Injectable()
export class EnrollmentBatchService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /**
   * Orders that people be enrolled; the order itself is worked off by the queue. Problems: not-found; forbidden; conflict
   * `enrollment.edition-closed`; invalid `enrollment.institution-unknown`; forbidden `enrollment.outside-your-institution`.
   */
  start(actor: Actor, editionId: EditionId, wish: EnrollRequest): Promise<EnrollmentBatchId> {
    return this.work.run(async (em, record) => {
      const edition = found(await editionFor(em, actor, editionId));
      ensure(mayEnroll(actor, { institutionPath: edition.institution_path }), 'edition.enroll');
      demandStanding(edition, ['planned', 'open']);
      const reach = enrollReach(actor);
      if (reach === 'nobody') throw new Problem('forbidden', 'forbidden');
      const { kind, institution_id, people } = askedOf(wish);
      if (institution_id) await demandReach(em, actor, institution_id);
      const id = this.ids.next<EnrollmentBatchId>();
      await keepBatch(em, { id, edition_id: editionId, kind, institution_id, reach, requested_by: actor.personId }, people);
      record.order('enrollment.enroll-cohort', [id]);
      return id;
    });
  }
}

const askedOf = (wish: EnrollRequest) => {
  if ('personIds' in wish) return { kind: 'list' as const, institution_id: null, people: wish.personIds };
  if ('institutionId' in wish) return { kind: 'institution' as const, institution_id: wish.institutionId, people: [] };
  return { kind: 'everyone' as const, institution_id: null, people: [] };
};

const demandReach = async (em: EntityManager, actor: Actor, institution: InstitutionId): Promise<void> => {
  const path = await institutionPath(em, institution);
  if (!path) throw invalid('institutionId', 'enrollment.institution-unknown');
  if (!mayOpen(actor, { institutionPath: path })) throw new Problem('forbidden', 'enrollment.outside-your-institution');
};
