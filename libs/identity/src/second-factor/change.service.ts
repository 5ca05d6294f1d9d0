import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { found, type Recorder } from '@aula/platform';
import { Letters } from '../letter/letter.service.js';
import { personOf } from '../person/person.queries.js';
import { endAccess } from '../session/session.queries.js';
import { SessionService, type Arrival, type Begun } from '../session/session.service.js';
import { RecoveryCodes } from './recovery-code.service.js';
import { hasFactor, removeRecoveryCodes } from './second-factor.queries.js';

/** What follows when a person's factors change. */
@Injectable()
export class FactorChanges {
  constructor(
    private readonly sessions: SessionService,
    private readonly codes: RecoveryCodes,
    private readonly letters: Letters,
  ) {}

  /**
   * A factor was added; `first`: there was none before. Whoever came in by the password alone is out then, scripts included; who added
   * it goes on in a fresh session, and gets codes for the day it is gone.
   */
  async added(
    em: EntityManager,
    record: Recorder,
    personId: string,
    arrival: Arrival,
    first: boolean,
  ): Promise<Begun & { codes: string[] }> {
    await this.letters.sendFactor(em, record, found(await personOf(em, personId)), 'factor-added');
    const codes = first ? await this.codes.renew(em, personId) : [];
    if (first) await endAccess(em, [personId]);
    return { codes, ...(await this.sessions.begin(personId, arrival, true)) };
  }

  /** A factor went; with the last one go the codes. */
  async removed(em: EntityManager, record: Recorder, personId: string): Promise<void> {
    if (!(await hasFactor(em, personId))) await removeRecoveryCodes(em, personId);
    await this.letters.sendFactor(em, record, found(await personOf(em, personId)), 'factor-removed');
  }
}
