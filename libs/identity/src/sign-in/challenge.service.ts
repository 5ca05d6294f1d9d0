import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Random, Work, tokenHash } from '@aula/platform';
import { endChallenge, keepChallenge, tryChallenge, type Purpose } from './challenge.queries.js';

/** Seconds for which a challenge stands: long enough to look for a phone. */
const seconds = 300;

/** What somebody has been asked and has still to answer. Only the hash of a challenge's id is kept. */
@Injectable()
export class Challenges {
  constructor(
    private readonly work: Work,
    private readonly random: Random,
  ) {}

  /** `personId`: null while it is not known who will answer. */
  async open(purpose: Purpose, personId: string | null): Promise<{ challengeId: string; expiresAt: string }> {
    const challengeId = this.random.token();
    const challenge = { hash: tokenHash(challengeId), purpose, personId, seconds };
    // apart: the refusal that hands it out must not take it back
    return { challengeId, expiresAt: await this.work.apart((em) => keepChallenge(em, challenge)) };
  }

  /** Counts a try, whatever becomes of the request. Undefined when the challenge is unknown, over, or has borne all its tries. */
  attempt(purpose: Purpose, challengeId: string): Promise<{ personId: string | null } | undefined> {
    return this.work.apart((em) => tryChallenge(em, tokenHash(challengeId), purpose));
  }

  /** Ends a challenge that was met. False when somebody else was quicker. */
  end(em: EntityManager, challengeId: string): Promise<boolean> {
    return endChallenge(em, tokenHash(challengeId));
  }
}
