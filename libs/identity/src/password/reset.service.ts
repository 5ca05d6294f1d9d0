import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PasswordReset } from '@aula/contracts';
import { Problem, RateLimits, Work, found, tokenHash } from '@aula/platform';
import { addressOf } from '../person/person.entity.js';
import { personOf } from '../person/person.queries.js';
import { endAccess } from '../session/session.queries.js';
import { Credentials } from '../sign-in/credentials.service.js';
import { PasswordLetters } from './code.service.js';
import { Hashing } from './hashing.service.js';
import { isValidCode, receiverOf, setPassword, useCode } from './password.queries.js';

/** Letters to one person within an hour. */
const mostCodes = 3;
/** Every request for a reset is answered after at least so long, so that its time does not tell whether the address is known. */
const leastMs = 250;
const perAddress = { limit: 30, windowSeconds: 3_600 };

@Injectable()
export class PasswordResets {
  constructor(
    private readonly work: Work,
    private readonly hashing: Hashing,
    private readonly credentials: Credentials,
    private readonly letters: PasswordLetters,
    private readonly limits: RateLimits,
  ) {}

  /** Sends a letter with a link to whoever has the address; says nothing about whether anybody has. Problem: too-many-requests. */
  async ask(email: string, address: string): Promise<void> {
    await this.limits.spend({ key: `password-reset:${tokenHash(address).toString('base64url')}`, ...perAddress });
    await Promise.all([this.send(addressOf(email)), sleep(leastMs)]);
  }

  /** Sets the password by a code from a letter; every session and token ends. Problems: password.code-invalid; too-many-requests; busy. */
  async redeem({ code, password }: PasswordReset, address: string): Promise<void> {
    await this.limits.spend({ key: `password-code:${tokenHash(address).toString('base64url')}`, ...perAddress });
    const invalid = new Problem('invalid', 'password.code-invalid');
    if (!(await this.work.read((em) => isValidCode(em, tokenHash(code))))) throw invalid; // before the dear hash
    const hash = await this.hashing.hash(password);
    const email = await this.work.run(async (em, record) => {
      const used = await useCode(em, tokenHash(code));
      if (!used) throw invalid;
      await setPassword(em, used.personId, hash);
      await endAccess(em, [used.personId]);
      const person = found(await personOf(em, used.personId));
      await this.letters.sendNotice(em, record, person);
      return person.email;
    });
    await this.credentials.forgive(email);
  }

  private async send(email: string): Promise<void> {
    await this.work.run(async (em, record) => {
      const receiver = await receiverOf(em, email);
      if (receiver && receiver.codes < mostCodes) await this.letters.sendCode(em, record, found(await personOf(em, receiver.id)), 'reset');
    });
  }
}
