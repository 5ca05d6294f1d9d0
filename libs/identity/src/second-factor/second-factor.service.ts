import { Injectable } from '@nestjs/common';
import type { Actor, PasswordAndFactor, SecondFactorView, TotpEnrolment } from '@aula/contracts';
import { Problem, Work, found } from '@aula/platform';
import { personOf } from '../person/person.queries.js';
import type { Arrival, Begun } from '../session/session.service.js';
import { FactorChanges } from './change.service.js';
import { RecoveryCodes } from './recovery-code.service.js';
import { hasFactor, heldBy, lockPerson } from './second-factor.queries.js';
import { StepUp } from './step-up.service.js';
import { removeTotp } from './totp.queries.js';
import { TotpApps } from './totp.service.js';

/** A person's own second factors. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly work: Work,
    private readonly stepUp: StepUp,
    private readonly apps: TotpApps,
    private readonly codes: RecoveryCodes,
    private readonly changes: FactorChanges,
  ) {}

  view({ personId }: Actor): Promise<SecondFactorView> {
    return this.work.read((em) => heldBy(em, personId));
  }

  /** Problems: those of `StepUp.demandPassword`; second-factor.totp-exists. */
  async beginTotp({ personId }: Actor, password: string, address: string): Promise<TotpEnrolment> {
    await this.stepUp.demandPassword(personId, password, address);
    return this.work.run(async (em) => this.apps.enrol(em, found(await personOf(em, personId))));
  }

  /** Problems: second-factor.code-wrong; second-factor.totp-exists. */
  confirmTotp({ personId }: Actor, code: string, arrival: Arrival): Promise<Begun & { codes: string[] }> {
    return this.work.run(async (em, record) => {
      await lockPerson(em, personId);
      const first = !(await hasFactor(em, personId));
      if (!(await this.apps.confirm(em, personId, code))) throw new Problem('invalid', 'second-factor.code-wrong');
      return this.changes.added(em, record, personId, arrival, first);
    });
  }

  /** Problems: those of `StepUp.demandBoth`; not-found. */
  async removeTotp({ personId }: Actor, proof: PasswordAndFactor, address: string): Promise<void> {
    await this.stepUp.demandBoth(personId, proof, address);
    await this.work.run(async (em, record) => {
      if (!(await removeTotp(em, personId))) throw new Problem('not-found', 'not-found');
      await this.changes.removed(em, record, personId);
    });
  }

  /** Fresh recovery codes in place of the old ones. Problems: those of `StepUp.demandBoth`. */
  async renewCodes({ personId }: Actor, proof: PasswordAndFactor, address: string): Promise<string[]> {
    await this.stepUp.demandBoth(personId, proof, address);
    return this.work.run((em) => this.codes.renew(em, personId));
  }
}
