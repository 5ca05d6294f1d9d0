import { Injectable } from '@nestjs/common';
import type { PasswordAndFactor } from '@aula/contracts';
import { Problem, Work, found } from '@aula/platform';
import { personOf } from '../person/person.queries.js';
import { Credentials } from '../sign-in/credentials.service.js';
import { FactorProofs } from './proof.service.js';

/** Asks the signed-in person once more who they are: whoever found the screen open must not change how they sign in. */
@Injectable()
export class StepUp {
  constructor(
    private readonly work: Work,
    private readonly credentials: Credentials,
    private readonly proofs: FactorProofs,
  ) {}

  /** Before a factor is added: the password. Problems: password.current-wrong; too-many-requests; busy. */
  async demandPassword(personId: string, password: string, address: string): Promise<void> {
    const { email } = found(await this.work.read((em) => personOf(em, personId)));
    await this.credentials.demand(email, password, address);
  }

  /** Before a factor goes: password and factor. Problems: those of `demandPassword`; invalid `second-factor.code-wrong`. */
  async demandBoth(personId: string, { password, ...proof }: PasswordAndFactor, address: string): Promise<void> {
    await this.demandPassword(personId, password, address);
    if (!(await this.proofs.prove(personId, proof, address))) throw new Problem('invalid', 'second-factor.code-wrong');
  }
}
