import { Injectable } from '@nestjs/common';
import type { Actor, PasskeyId, PasskeyOffer, PasskeyRegistration, PasswordAndFactor } from '@aula/contracts';
import { Problem, Work, found } from '@aula/platform';
import { personOf } from '../person/person.queries.js';
import { FactorChanges } from '../second-factor/change.service.js';
import { hasFactor, lockPerson } from '../second-factor/second-factor.queries.js';
import { StepUp } from '../second-factor/step-up.service.js';
import type { Arrival, Begun } from '../session/session.service.js';
import { Challenges } from '../sign-in/challenge.service.js';
import { removePasskey } from './passkey.queries.js';
import { Passkeys } from './passkey.service.js';

/** A person's own passkeys. */
@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly work: Work,
    private readonly stepUp: StepUp,
    private readonly challenges: Challenges,
    private readonly passkeys: Passkeys,
    private readonly changes: FactorChanges,
  ) {}

  /** Problems: those of `StepUp.demandPassword`. */
  async begin({ personId }: Actor, password: string, address: string): Promise<PasskeyOffer> {
    await this.stepUp.demandPassword(personId, password, address);
    const { challengeId } = await this.challenges.open('registration', personId);
    const person = found(await this.work.read((em) => personOf(em, personId)));
    return { challengeId, options: await this.work.read((em) => this.passkeys.creation(em, person, challengeId)) };
  }

  /** Problems: invalid `passkey.refused`. */
  async add({ personId }: Actor, made: PasskeyRegistration, arrival: Arrival): Promise<Begun & { codes: string[] }> {
    const challenge = await this.challenges.attempt('registration', made.challengeId);
    return this.work.run(async (em, record) => {
      await lockPerson(em, personId);
      const first = !(await hasFactor(em, personId));
      const right =
        challenge?.personId === personId &&
        (await this.challenges.end(em, made.challengeId)) &&
        (await this.passkeys.keep(em, personId, made));
      if (!right) throw new Problem('invalid', 'passkey.refused');
      return this.changes.added(em, record, personId, arrival, first);
    });
  }

  /** Problems: those of `StepUp.demandBoth`; not-found. */
  async remove({ personId }: Actor, id: PasskeyId, proof: PasswordAndFactor, address: string): Promise<void> {
    await this.stepUp.demandBoth(personId, proof, address);
    await this.work.run(async (em, record) => {
      if (!(await removePasskey(em, personId, id))) throw new Problem('not-found', 'not-found');
      await this.changes.removed(em, record, personId);
    });
  }
}
