import { Injectable } from '@nestjs/common';
import type { Actor, EnrollmentId } from '@aula/contracts';
import { Problem, Work, ensure, found } from '@aula/platform';
import { movesTo } from './enrollment.entity.js';
import { mayWithdraw } from './enrollment.policy.js';
import { enrollmentFor, leave } from './enrollment.queries.js';

@Injectable()
export class EnrollmentService {
  constructor(private readonly work: Work) {}

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
}
