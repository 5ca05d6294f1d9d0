import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Me, SignIn } from '@aula/contracts';
import { Problem, Random, Work, found, tokenHash } from '@aula/platform';
import { isStaff } from '../grant/grant.entity.js';
import { grantsOf } from '../grant/grant.queries.js';
import { Hashing } from '../password/hashing.service.js';
import { setPassword } from '../password/password.queries.js';
import { addressOf } from '../person/person.entity.js';
import { personOf } from '../person/person.queries.js';
import { beginSession, credentialsOf, endSession, learnerSeconds, staffSeconds } from './session.queries.js';
import { Throttle } from './throttle.service.js';

/** A session that has begun; `token` goes to the browser and is kept nowhere. */
export interface Begun {
  token: string;
  seconds: number;
  me: Me;
}

@Injectable()
export class SessionService {
  constructor(
    private readonly work: Work,
    private readonly random: Random,
    private readonly hashing: Hashing,
    private readonly throttle: Throttle,
  ) {}

  /** Problems: not-signed-in `sign-in.refused`; too-many-requests; busy. `instead` is the token of the session that this one replaces. */
  async signIn({ email, password }: SignIn, address: string, instead: string | undefined): Promise<Begun> {
    const account = addressOf(email);
    const personId = await this.prove(account, password, address);
    return this.begin(personId, instead);
  }

  /** The person whose password it is. Problems as of `signIn`. */
  async prove(account: string, password: string, address: string): Promise<string> {
    const keys = this.throttle.keysOf(account, address);
    await this.throttle.demand(keys); // a blocked account must not fill the slots
    return this.hashing.inSlot(async () => {
      await this.throttle.demand(keys); // again, so that a burst gains no more tries than there are slots
      const known = await this.work.read((em) => credentialsOf(em, account));
      if (!(await this.hashing.matches(known?.hash, password)) || !known) {
        await this.throttle.failed(keys);
        throw new Problem('not-signed-in', 'sign-in.refused');
      }
      await this.throttle.succeeded(keys);
      const renewed = await this.hashing.renewed(known.hash, password);
      if (renewed) await this.work.run((em) => setPassword(em, known.personId, renewed));
      return known.personId;
    });
  }

  /** Begins a session with a fresh token. */
  begin(personId: string, instead?: string): Promise<Begun> {
    return this.work.run(async (em) => {
      const me = await meOf(em, personId);
      const token = this.random.token();
      const seconds = isStaff(me.roles) ? staffSeconds : learnerSeconds;
      await beginSession(em, { hash: tokenHash(token), personId, seconds, instead: instead ? tokenHash(instead) : undefined });
      return { token, seconds, me };
    });
  }

  /** Ends the delay that wrong passwords have brought upon an account: its person has a new password. */
  async forgive(account: string): Promise<void> {
    await this.throttle.succeeded(this.throttle.keysOf(account, ''));
  }

  async end(token: string | undefined): Promise<void> {
    if (token) await this.work.run((em) => endSession(em, tokenHash(token)));
  }

  me(personId: string): Promise<Me> {
    return this.work.read((em) => meOf(em, personId));
  }
}

const meOf = async (em: EntityManager, personId: string): Promise<Me> => {
  const person = found(await personOf(em, personId));
  const grants = await grantsOf(em, personId);
  return { person, roles: [...new Set(grants.map((grant) => grant.role))], grants };
};
