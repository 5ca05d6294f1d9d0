import { Injectable } from '@nestjs/common';
import type { Actor, PasswordChange, PersonId } from '@aula/contracts';
import { Problem, Work, ensure, found } from '@aula/platform';
import { personPolicy } from '../person/person.policy.js';
import { personOf, placeOf, readPerson } from '../person/person.queries.js';
import { endAccess, endSessions } from '../session/session.queries.js';
import { SessionService, type Arrival, type Begun } from '../session/session.service.js';
import { endChallenges } from '../sign-in/challenge.queries.js';
import { Credentials } from '../sign-in/credentials.service.js';
import { PasswordLetters } from './code.service.js';
import { Hashing } from './hashing.service.js';
import { setPassword } from './password.queries.js';

@Injectable()
export class PasswordService {
  constructor(
    private readonly work: Work,
    private readonly hashing: Hashing,
    private readonly credentials: Credentials,
    private readonly sessions: SessionService,
    private readonly letters: PasswordLetters,
  ) {}

  /** Every session ends; the one that asked is replaced by a fresh one. Problems: password.current-wrong; too-many-requests; busy. */
  async change({ personId }: Actor, { current, password }: PasswordChange, arrival: Arrival): Promise<Begun> {
    const person = found(await this.work.read((em) => personOf(em, personId)));
    await this.credentials.demand(person.email, current, arrival.address);
    const hash = await this.hashing.hash(password);
    return this.work.run(async (em, record) => {
      await setPassword(em, personId, hash);
      await endSessions(em, personId);
      await endChallenges(em, personId);
      await this.letters.sendNotice(em, record, person);
      return this.sessions.begin(personId, arrival, true); // whoever changes it is signed in
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
    await this.credentials.forgive(person.email);
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
}
