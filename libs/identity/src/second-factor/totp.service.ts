import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PersonView, TotpEnrolment } from '@aula/contracts';
import { Clock, LiveSettings, Problem, Random, academyName } from '@aula/platform';
import { TotpKeys } from './totp-keys.service.js';
import { confirmTotp, keepTotp, takeStep, totpOf } from './totp.queries.js';
import { enrolmentOf, keyBytes, stepOf } from './totp.entity.js';

/** Authenticator apps: one a person. */
@Injectable()
export class TotpApps {
  constructor(
    private readonly keys: TotpKeys,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly live: LiveSettings,
  ) {}

  /** A key for a new app; it counts from its first code on. Problem: conflict `second-factor.totp-exists`. */
  async enrol(em: EntityManager, { id, email, language }: PersonView): Promise<TotpEnrolment> {
    const key = this.random.bytes(keyBytes);
    if (!(await keepTotp(em, id, this.keys.seal(id, key)))) throw new Problem('conflict', 'second-factor.totp-exists');
    return enrolmentOf(key, { account: email, issuer: academyName(await this.live.now(), language) });
  }

  /** Takes the first code of a new app. False when it is wrong. Problem: conflict `second-factor.totp-exists`. */
  async confirm(em: EntityManager, personId: string, code: string): Promise<boolean> {
    if ((await totpOf(em, personId))?.confirmedAt) throw new Problem('conflict', 'second-factor.totp-exists');
    if (!(await this.takes(em, personId, code))) return false;
    await confirmTotp(em, personId);
    return true;
  }

  /** Takes a code of the person's app, once. False when it is wrong, was taken before, or there is no confirmed app. */
  async accepts(em: EntityManager, personId: string, code: string): Promise<boolean> {
    return Boolean((await totpOf(em, personId))?.confirmedAt) && this.takes(em, personId, code);
  }

  private async takes(em: EntityManager, personId: string, code: string): Promise<boolean> {
    const totp = await totpOf(em, personId);
    const step = totp && stepOf(this.keys.open(personId, totp.sealedKey), code, this.clock.now());
    return totp !== undefined && step !== undefined && takeStep(em, personId, totp.sealedKey, step);
  }
}
