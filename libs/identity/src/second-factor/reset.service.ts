import { Injectable } from '@nestjs/common';
import type { Actor, PersonId } from '@aula/contracts';
import { Ids, Problem, Work, ensure, found } from '@aula/platform';
import { Letters } from '../letter/letter.service.js';
import { readPerson } from '../person/person.queries.js';
import { endAccess } from '../session/session.queries.js';
import { secondFactorPolicy } from './second-factor.policy.js';
import { keepReset, removeFactors } from './second-factor.queries.js';

@Injectable()
export class FactorResets {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly letters: Letters,
  ) {}

  /**
   * An administrator takes somebody's factors away, who has lost them; whoever was signed in as that person is out.
   * Problems: not-found; forbidden; second-factor.not-oneself.
   */
  async reset(actor: Actor, personId: PersonId): Promise<void> {
    ensure(secondFactorPolicy['second-factor.reset'](actor), 'second-factor.reset');
    if (personId === actor.personId) throw new Problem('conflict', 'second-factor.not-oneself');
    await this.work.run(async (em, record) => {
      const person = found(await readPerson(em, actor, personId));
      const id = this.ids.next();
      await keepReset(em, { id, personId, resetBy: actor.personId });
      await removeFactors(em, personId);
      await endAccess(em, [personId]);
      await this.letters.sendFactor(em, record, person, 'factor-reset');
      record.audit('second-factor-reset', 'given', [id]);
    });
  }
}
