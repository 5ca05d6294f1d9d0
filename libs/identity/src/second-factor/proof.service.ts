import { Injectable } from '@nestjs/common';
import type { FactorProof } from '@aula/contracts';
import { Problem, Work, found } from '@aula/platform';
import { personOf } from '../person/person.queries.js';
import { Credentials } from '../sign-in/credentials.service.js';
import { Throttle } from '../sign-in/throttle.service.js';
import { RecoveryCodes } from './recovery-code.service.js';
import { TotpApps } from './totp.service.js';

/** Whether somebody holds the second factor they say, at the pace that `Throttle` allows. */
@Injectable()
export class FactorProofs {
  constructor(
    private readonly work: Work,
    private readonly throttle: Throttle,
    private readonly credentials: Credentials,
    private readonly apps: TotpApps,
    private readonly codes: RecoveryCodes,
  ) {}

  /** True when the proof is right; it is used up then. Problem: too-many-requests. */
  async prove(personId: string, proof: FactorProof, address: string): Promise<boolean> {
    const keys = this.throttle.keysOf(`FACTOR ${personId}`, address); // no account of a password is written in capitals
    await this.throttle.demand(keys);
    // apart: a code that was shown is used up, whatever becomes of the request
    const right = await this.work.apart((em) =>
      'code' in proof ? this.apps.accepts(em, personId, proof.code) : this.codes.use(em, personId, proof.recoveryCode),
    );
    await (right ? this.throttle.succeeded(keys) : this.throttle.failed(keys));
    return right;
  }

  /** Before a factor is added: the password of the signed-in person. Problems: password.current-wrong; too-many-requests; busy. */
  async demandPassword(personId: string, password: string, address: string): Promise<void> {
    const { email } = found(await this.work.read((em) => personOf(em, personId)));
    await this.credentials.demand(email, password, address);
  }

  /** Before a factor goes: password and factor. Problems: those of `demandPassword`; invalid `second-factor.code-wrong`. */
  async demandBoth(personId: string, { password, ...proof }: FactorProof & { password: string }, address: string): Promise<void> {
    await this.demandPassword(personId, password, address);
    if (!(await this.prove(personId, proof, address))) throw new Problem('invalid', 'second-factor.code-wrong');
  }
}
