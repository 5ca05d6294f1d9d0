import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor, PasswordChange, PasswordReset, PersonId } from '@aula/contracts';
import { Problem, RateLimits, Work, ensure, found, tokenHash } from '@aula/platform';
import { addressOf } from '../person/person.entity.js';
import { personPolicy } from '../person/person.policy.js';
import { personOf, placeOf, readPerson } from '../person/person.queries.js';
import { endAccess, endSessions } from '../session/session.queries.js';
import { SessionService, type Begun } from '../session/session.service.js';
import { PasswordLetters } from './code.service.js';
import { Hashing } from './hashing.service.js';
import { isValidCode, receiverOf, setPassword, useCode } from './password.queries.js';

/** Letters to one person within an hour. */
const mostCodes = 3;
/** Every request for a reset is answered after at least so long, so that its time does not tell whether the address is known. */
const leastMs = 250;
const perAddress = { limit: 30, windowSeconds: 3_600 };

@Injectable()
export class PasswordService {
  constructor(
    private readonly work: Work,
    private readonly hashing: Hashing,
    private readonly sessions: SessionService,
    private readonly letters: PasswordLetters,
    private readonly limits: RateLimits,
  ) {}

  /** Every session ends; the one that asked is replaced by a fresh one. Problems: password.current-wrong; too-many-requests; busy. */
  async change({ personId }: Actor, { current, password }: PasswordChange, address: string): Promise<Begun> {
    const person = found(await this.work.read((em) => personOf(em, personId)));
    await this.sessions.prove(person.email, current, address).catch((error: unknown) => {
      throw error instanceof Problem && error.code === 'sign-in.refused' ? new Problem('invalid', 'password.current-wrong') : error;
    });
    const hash = await this.hashing.hash(password);
    return this.work.run(async (em, record) => {
      await setPassword(em, personId, hash);
      await endSessions(em, personId);
      await this.letters.sendNotice(em, record, person);
      return this.sessions.begin(personId);
    });
  }

  /** An administrator sets somebody's password; whoever was signed in as that person is out. Problems: not-found; forbidden; busy. */
  async set(actor: Actor, personId: PersonId, password: string): Promise<void> {
    ensure(personPolicy['person.set-password'](actor), 'person.set-password');
    const person = found(await this.work.read((em) => readPerson(em, actor, personId)));
    const hash = await this.hashing.hash(password);
    await this.work.run(async (em) => {
      await setPassword(em, personId, hash);
      await endAccess(em, [personId]);
    });
    await this.sessions.forgive(person.email);
  }

  /** Sends a letter with a link to whoever has the address; says nothing about whether anybody has. Problem: too-many-requests. */
  async askForReset(email: string, address: string): Promise<void> {
    await this.limits.spend({ key: `password-reset:${tokenHash(address).toString('base64url')}`, ...perAddress });
    await Promise.all([this.sendReset(addressOf(email)), sleep(leastMs)]);
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
    await this.sessions.forgive(email);
  }

  /** Sends a letter with which the person chooses a first password. Problems: not-found; forbidden; person.inactive. */
  async invite(actor: Actor, personId: PersonId): Promise<void> {
    await this.work.run(async (em, record) => {
      const person = found(await readPerson(em, actor, personId));
      ensure(personPolicy['person.invite'](actor, found(await placeOf(em, personId))), 'person.invite');
      if (!person.active) throw new Problem('conflict', 'person.inactive');
      await this.letters.sendCode(em, record, person, 'invitation');
    });
  }

  private async sendReset(email: string): Promise<void> {
    await this.work.run(async (em, record) => {
      const receiver = await receiverOf(em, email);
      if (receiver && receiver.codes < mostCodes) await this.letters.sendCode(em, record, found(await personOf(em, receiver.id)), 'reset');
    });
  }
}
