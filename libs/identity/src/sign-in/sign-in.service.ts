import { Injectable } from '@nestjs/common';
import type { SecondFactorAnswer, SignIn } from '@aula/contracts';
import { Problem, Work } from '@aula/platform';
import { addressOf } from '../person/person.entity.js';
import { FactorProofs } from '../second-factor/proof.service.js';
import { SessionService, type Arrival, type Begun } from '../session/session.service.js';
import { Challenges } from './challenge.service.js';
import { Credentials } from './credentials.service.js';

@Injectable()
export class SignInService {
  constructor(
    private readonly work: Work,
    private readonly credentials: Credentials,
    private readonly challenges: Challenges,
    private readonly proofs: FactorProofs,
    private readonly sessions: SessionService,
  ) {}

  /**
   * Problems: not-signed-in `sign-in.refused`; not-signed-in `identity.second-factor-needed` with the members of
   * `SecondFactorChallenge`; too-many-requests; busy.
   */
  async signIn({ email, password }: SignIn, arrival: Arrival): Promise<Begun> {
    const personId = await this.credentials.prove(addressOf(email), password, arrival.address);
    const factors = await this.proofs.waysOf(personId);
    if (factors.length === 0) return this.sessions.begin(personId, arrival, false);
    const challenge = await this.challenges.open('second-factor', personId);
    const passkey = factors.includes('passkey') ? { passkey: await this.proofs.request(challenge.challengeId) } : {};
    throw new Problem('not-signed-in', 'identity.second-factor-needed', {}, { members: { ...challenge, factors, ...passkey } });
  }

  /** Problems: not-signed-in `second-factor.challenge-over` or `second-factor.refused`; too-many-requests. */
  async finish({ challengeId, ...rest }: SecondFactorAnswer, arrival: Arrival): Promise<Begun> {
    const over = new Problem('not-signed-in', 'second-factor.challenge-over');
    const personId = (await this.challenges.attempt('second-factor', challengeId))?.personId;
    if (!personId) throw over;
    const proof = 'passkey' in rest ? { challengeId, ...rest } : rest;
    if (!(await this.proofs.prove(personId, proof, arrival.address))) throw new Problem('not-signed-in', 'second-factor.refused');
    return this.work.run(async (em) => {
      if (!(await this.challenges.end(em, challengeId))) throw over;
      return this.sessions.begin(personId, arrival, true);
    });
  }
}
