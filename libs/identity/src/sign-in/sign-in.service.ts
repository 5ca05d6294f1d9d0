import { Injectable } from '@nestjs/common';
import type { Factor, SecondFactorAnswer, SecondFactorChallenge, SecondFactorView, SignIn } from '@aula/contracts';
import { Problem, Random, Work, tokenHash } from '@aula/platform';
import { addressOf } from '../person/person.entity.js';
import { FactorProofs } from '../second-factor/proof.service.js';
import { heldBy } from '../second-factor/second-factor.queries.js';
import { SessionService, type Arrival, type Begun } from '../session/session.service.js';
import { Credentials } from './credentials.service.js';
import { endChallenge, keepChallenge, tryChallenge } from './sign-in.queries.js';

/** From the right password to the second factor. */
const challengeSeconds = 300;

@Injectable()
export class SignInService {
  constructor(
    private readonly work: Work,
    private readonly random: Random,
    private readonly credentials: Credentials,
    private readonly proofs: FactorProofs,
    private readonly sessions: SessionService,
  ) {}

  /**
   * Problems: not-signed-in `sign-in.refused`; not-signed-in `identity.second-factor-needed` with the members of
   * `SecondFactorChallenge`; too-many-requests; busy.
   */
  async signIn({ email, password }: SignIn, arrival: Arrival): Promise<Begun> {
    const personId = await this.credentials.prove(addressOf(email), password, arrival.address);
    const factors = factorsOf(await this.work.read((em) => heldBy(em, personId)));
    if (factors.length === 0) return this.sessions.begin(personId, arrival, false);
    throw new Problem('not-signed-in', 'identity.second-factor-needed', {}, { members: { ...(await this.challenge(personId, factors)) } });
  }

  /** Problems: not-signed-in `second-factor.challenge-over` or `second-factor.refused`; too-many-requests. */
  async finish({ challengeId, ...proof }: SecondFactorAnswer, arrival: Arrival): Promise<Begun> {
    const hash = tokenHash(challengeId);
    const over = new Problem('not-signed-in', 'second-factor.challenge-over');
    const tried = await this.work.apart((em) => tryChallenge(em, hash)); // apart: a try counts, whatever becomes of the request
    if (!tried) throw over;
    if (!(await this.proofs.prove(tried.personId, proof, arrival.address))) throw new Problem('not-signed-in', 'second-factor.refused');
    return this.work.run(async (em) => {
      if (!(await endChallenge(em, hash))) throw over;
      return this.sessions.begin(tried.personId, arrival, true);
    });
  }

  private async challenge(personId: string, factors: Factor[]): Promise<SecondFactorChallenge> {
    const challengeId = this.random.token();
    const challenge = { hash: tokenHash(challengeId), personId, seconds: challengeSeconds };
    return { challengeId, factors, expiresAt: await this.work.apart((em) => keepChallenge(em, challenge)) };
  }
}

const factorsOf = ({ totpSince, recoveryCodes }: SecondFactorView): Factor[] =>
  totpSince === null ? [] : ['totp', ...(recoveryCodes > 0 ? (['recovery-code'] as const) : [])];
