import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Random, SETTINGS, change, deriveKey, rows, type Settings } from '@aula/platform';
import { codeBytes, codeFrom, codesAtOnce, plainCode } from './recovery-code.entity.js';

/** Codes on paper for the day the phone is gone. Only keyed hashes are kept; each serves once. */
@Injectable()
export class RecoveryCodes {
  private readonly key: Buffer;

  constructor(
    private readonly random: Random,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.key = deriveKey(settings.secret, 'recovery-codes');
  }

  /** Fresh codes in place of all that the person had. */
  async renew(em: EntityManager, personId: string): Promise<string[]> {
    const codes = Array.from({ length: codesAtOnce }, () => codeFrom(this.random.bytes(codeBytes)));
    await rows(em, `delete from identity.recovery_code where person_id = $1`, [personId]);
    await rows(em, `insert into identity.recovery_code (person_id, code_hash) select $1, unnest($2::bytea[])`, [
      personId,
      codes.map((code) => this.hashOf(personId, code)),
    ]);
    return codes;
  }

  /** Uses a code up. False when it is none of the person's, or no longer. */
  async use(em: EntityManager, personId: string, code: string): Promise<boolean> {
    const used = await change(em, `delete from identity.recovery_code where person_id = $1 and code_hash = $2`, [
      personId,
      this.hashOf(personId, code),
    ]);
    return used > 0;
  }

  private hashOf(personId: string, code: string): Buffer {
    return createHmac('sha256', this.key)
      .update(`${personId} ${plainCode(code)}`)
      .digest();
  }
}
