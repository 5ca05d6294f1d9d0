import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  holdsEverywhere,
  type Actor,
  type EditionId,
  type EnrollRequest,
  type EnrollmentBatchId,
  type EnrollmentBatchView,
  type EnrollmentListChecked,
  type EnrollmentRule,
  type InstitutionId,
  type PersonId,
} from '@aula/contracts';
import { Ids, Problem, Work, ensure, found } from '@aula/platform';
import { editionFor, institutionPath } from '../edition/edition.queries.js';
import { demandStanding, invalid } from '../edition/edition.service.js';
import { enrollReach, mayEnroll, mayOpen } from '../enrollment.policy.js';
import { batchFor, keepBatch } from './enrollment-batch.queries.js';
import { peopleIn, type ListedRow } from './list.queries.js';
import { orderReversal } from './reversal.queries.js';

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
      const { kind, institution_id, rule, people } = askedOf(wish);
      if (institution_id) await demandReach(em, actor, institution_id);
      const id = this.ids.next<EnrollmentBatchId>();
      await keepBatch(em, { id, edition_id: editionId, kind, institution_id, rule, reach, requested_by: actor.personId }, people);
      record.order('enrollment.enroll-cohort', [id]);
      return id;
    });
  }

  /** Who the rows of a list are, and which of them name nobody who can be enrolled. Problems: not-found; forbidden. */
  check(actor: Actor, editionId: EditionId, listed: readonly string[]): Promise<EnrollmentListChecked> {
    return this.work.read(async (em) => {
      const edition = found(await editionFor(em, actor, editionId));
      ensure(mayEnroll(actor, { institutionPath: edition.institution_path }), 'edition.enroll');
      const reach = enrollReach(actor);
      if (reach === 'nobody') throw new Problem('forbidden', 'forbidden');
      return sorted(await peopleIn(em, editionId, reach, listed));
    });
  }

  /**
   * Takes back what a batch enrolled, as far as nobody has begun; worked off by the queue. Problems: not-found; conflict
   * `enrollment.batch-not-reversible`.
   */
  reverse(actor: Actor, id: EnrollmentBatchId): Promise<void> {
    return this.work.run(async (em, record) => {
      found(await batchFor(em, id, readerOf(actor)));
      if (!(await orderReversal(em, id, actor.personId))) throw new Problem('conflict', 'enrollment.batch-not-reversible');
      record.order('enrollment.reverse-batch', [id]);
    });
  }
}

/** The rows that name somebody to enroll, and the others with the reason. */
const sorted = (listed: readonly ListedRow[]): EnrollmentListChecked => ({
  people: listed.flatMap(({ code, id, given_name: givenName, family_name: familyName, institution }) =>
    code === null && id !== null ? [{ personId: id, givenName, familyName, institution }] : [],
  ),
  refused: listed.flatMap(({ row, code }) => (code === null ? [] : [{ row, code }])),
});

interface AskedFor {
  kind: EnrollmentBatchView['kind'];
  institution_id: InstitutionId | null;
  rule: EnrollmentRule | null;
  people: readonly PersonId[];
}
const askedOf = (wish: EnrollRequest): AskedFor => {
  const none = { institution_id: null, rule: null, people: [] };
  if ('personIds' in wish) return { ...none, kind: 'list', people: wish.personIds };
  if ('institutionId' in wish) return { ...none, kind: 'institution', institution_id: wish.institutionId };
  if ('rule' in wish) return { ...none, kind: 'rule', rule: wish.rule };
  return { ...none, kind: 'everyone' };
};

/** Whose batches the actor may read: their own, and those of everybody as an administrator. */
export const readerOf = (actor: Actor): { personId: PersonId; all: boolean } => ({
  personId: actor.personId,
  all: holdsEverywhere(actor, 'administrator'),
});

const demandReach = async (em: EntityManager, actor: Actor, institution: InstitutionId): Promise<void> => {
  const path = await institutionPath(em, institution);
  if (!path) throw invalid('institutionId', 'enrollment.institution-unknown');
  if (!mayOpen(actor, { institutionPath: path })) throw new Problem('forbidden', 'enrollment.outside-your-institution');
};
