import { Injectable } from '@nestjs/common';
import type { Actor, EnrollmentId } from '@aula/contracts';
import { Problem, Work, ensure, found } from '@aula/platform';
import { movesTo } from './enrollment.entity.js';
import { editionOf, holdEdition } from './edition/edition.queries.js';
import { demandStanding } from './edition/edition.service.js';
import { mayReinstate, mayWithdraw } from './enrollment.policy.js';
import { enrollmentFor, extend, leave, rejoin } from './enrollment.queries.js';
import { UnitProgressService } from './unit-progress/unit-progress.service.js';

@Injectable()
export class EnrollmentService {
  constructor(
    private readonly work: Work,
    private readonly progress: UnitProgressService,
  ) {}

  /** Ends an enrollment before completion. Problems: not-found; forbidden; conflict `enrollment.not-withdrawable`. */
  withdraw(actor: Actor, id: EnrollmentId, reason: string): Promise<void> {
    return this.work.run(async (em, record) => {
      const { person_id: personId, person_path: personPath, edition_id: editionId } = found(await enrollmentFor(em, actor, id));
      ensure(mayWithdraw(actor, { personId, personPath }), 'enrollment.withdraw');
      if (!(await leave(em, id, reason, movesTo('withdrawn')))) throw new Problem('conflict', 'enrollment.not-withdrawable');
      record('enrollment.withdrawn', [{ enrollmentId: id, personId, editionId }]);
      record.audit('enrollment', 'withdrawn', [id]);
    });
  }

  /**
   * Takes a withdrawal back; what was done before counts again. Problems: not-found; forbidden; conflict
   * `enrollment.not-reinstatable`, `enrollment.edition-closed`, `enrollment.edition-full`.
   */
  reinstate(actor: Actor, id: EnrollmentId): Promise<void> {
    return this.work.run(async (em, record) => {
      const { person_id: personId, person_path: personPath, edition_id: editionId, state } = found(await enrollmentFor(em, actor, id));
      ensure(mayReinstate(actor, { personId, personPath }), 'enrollment.reinstate');
      if (state !== 'withdrawn') throw new Problem('conflict', 'enrollment.not-reinstatable');
      await holdEdition(em, editionId);
      const edition = found(await editionOf(em, editionId));
      demandStanding(edition, ['planned', 'open']);
      if (edition.capacity !== null && edition.enrolled >= edition.capacity) throw new Problem('conflict', 'enrollment.edition-full');
      if (!(await rejoin(em, id))) throw new Problem('conflict', 'enrollment.not-reinstatable');
      record('enrollment.activated', [{ enrollmentId: id, personId, editionId }]);
      record.audit('enrollment', 'reinstated', [id]);
      await this.progress.recount(em, record, [id]);
    });
  }

  /** Gives one learner a deadline of their own. Problems: not-found; forbidden; conflict `enrollment.not-active`, `enrollment.deadline-past`. */
  extend(actor: Actor, id: EnrollmentId, deadline: string | null): Promise<void> {
    return this.work.run(async (em, record) => {
      const { person_id: personId, person_path: personPath, state } = found(await enrollmentFor(em, actor, id));
      ensure(mayReinstate(actor, { personId, personPath }), 'enrollment.extend');
      if (state !== 'active' && state !== 'pending') throw new Problem('conflict', 'enrollment.not-active');
      if (!(await extend(em, id, deadline))) throw new Problem('conflict', 'enrollment.deadline-past');
      record.audit('enrollment', 'extended', [id]);
    });
  }
}
