import { Injectable } from '@nestjs/common';
import type { Factor, FactorProof, PasskeyRequest } from '@aula/contracts';
import { Work } from '@aula/platform';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Passkeys } from '../passkey/passkey.service.js';
import { Throttle } from '../sign-in/throttle.service.js';
import { RecoveryCodes } from './recovery-code.service.js';
import { heldBy } from './second-factor.queries.js';
import { TotpApps } from './totp.service.js';

/** Whether somebody holds the second factor they say, at the pace that `Throttle` allows. */
@Injectable()
export class FactorProofs {
  constructor(
    private readonly work: Work,
    private readonly throttle: Throttle,
    private readonly apps: TotpApps,
    private readonly codes: RecoveryCodes,
    private readonly passkeys: Passkeys,
  ) {}

  /** The factors by which the person may finish a sign-in; [] for who has none. */
  async waysOf(personId: string): Promise<Factor[]> {
    const { totpSince, passkeys, recoveryCodes } = await this.work.read((em) => heldBy(em, personId));
    const ways: (Factor | false)[] = [totpSince !== null && 'totp', passkeys.length > 0 && 'passkey'];
    const held = ways.filter((way) => way !== false);
    return held.length > 0 && recoveryCodes > 0 ? [...held, 'recovery-code'] : held;
  }

  /** What a browser needs to use a passkey for the challenge. */
  request(challengeId: string): Promise<PasskeyRequest> {
    return this.passkeys.request(challengeId);
  }

  /** True when the proof is right; it is used up then. Problem: too-many-requests. */
  async prove(personId: string, proof: FactorProof, address: string): Promise<boolean> {
    const keys = this.throttle.keysOf(`FACTOR ${personId}`, address); // no account of a password is written in capitals
    await this.throttle.demand(keys);
    // apart: a code that was shown is used up, whatever becomes of the request
    const right = await this.work.apart((em) => this.accepts(em, personId, proof));
    await (right ? this.throttle.succeeded(keys) : this.throttle.failed(keys));
    return right;
  }

  private async accepts(em: EntityManager, personId: string, proof: FactorProof): Promise<boolean> {
    if ('code' in proof) return this.apps.accepts(em, personId, proof.code);
    if ('recoveryCode' in proof) return this.codes.use(em, personId, proof.recoveryCode);
    return (await this.passkeys.signer(em, proof.challengeId, proof.passkey)) === personId;
  }
}
