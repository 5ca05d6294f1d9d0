import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PersonView } from '@aula/contracts';
import { Random, SETTINGS, tokenHash, type Recorder, type Settings } from '@aula/platform';
import { Letters } from '../letter/letter.service.js';
import { keepCode, type CodeKind } from './password.queries.js';

/** Seconds for which a code serves. */
const lifetimes: Readonly<Record<CodeKind, number>> = { reset: 3_600, invitation: 7 * 86_400 };

/** Letters about passwords, with one-time codes of which only the hash is kept. */
@Injectable()
export class PasswordLetters {
  constructor(
    private readonly letters: Letters,
    private readonly random: Random,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Sends a link with which the person chooses a password. */
  async sendCode(em: EntityManager, record: Recorder, person: PersonView, kind: CodeKind): Promise<void> {
    const code = this.random.token();
    await keepCode(em, { hash: tokenHash(code), personId: person.id, email: person.email, kind, seconds: lifetimes[kind] });
    await this.letters.send(em, record, person, kind, { link: `${this.settings.publicUrl}/password?code=${code}` });
  }

  /** Tells the person that their password has changed. */
  sendNotice(em: EntityManager, record: Recorder, person: PersonView): Promise<void> {
    return this.letters.send(em, record, person, 'changed', { link: `${this.settings.publicUrl}/password` });
  }
}
