import { Injectable } from '@nestjs/common';
import type { PasskeySignIn, PasskeySignInOffer } from '@aula/contracts';
import { Problem, RateLimits, Work, tokenHash } from '@aula/platform';
import { Passkeys } from '../passkey/passkey.service.js';
import { SessionService, type Arrival, type Begun } from '../session/session.service.js';
import { Challenges } from './challenge.service.js';

/** Many people share the address of an academy. */
const perAddress = { limit: 600, windowSeconds: 600 };

/** Signing in by a passkey alone, which is both factors. */
@Injectable()
export class PasskeySignIns {
  constructor(
    private readonly work: Work,
    private readonly challenges: Challenges,
    private readonly passkeys: Passkeys,
    private readonly sessions: SessionService,
    private readonly limits: RateLimits,
  ) {}

  /** Problem: too-many-requests. */
  async offer(address: string): Promise<PasskeySignInOffer> {
    await this.limits.spend({ key: `passkey:${tokenHash(address).toString('base64url')}`, ...perAddress });
    const { challengeId } = await this.challenges.open('passkey', null);
    return { challengeId, options: await this.passkeys.request(challengeId) };
  }

  /** Problems: not-signed-in `second-factor.challenge-over` or `passkey.unknown`. */
  async signIn({ challengeId, passkey }: PasskeySignIn, arrival: Arrival): Promise<Begun> {
    const over = new Problem('not-signed-in', 'second-factor.challenge-over');
    if (!(await this.challenges.attempt('passkey', challengeId))) throw over;
    const personId = await this.work.apart((em) => this.passkeys.signer(em, challengeId, passkey));
    if (!personId) throw new Problem('not-signed-in', 'passkey.unknown');
    return this.work.run(async (em) => {
      if (!(await this.challenges.end(em, challengeId))) throw over;
      return this.sessions.begin(personId, arrival, true);
    });
  }
}
