import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { KeyObject } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { generateKeyPair, keyPairFromSeed, seedOf } from '@aula/open-badges';
import { Ids, LOG, Problem, Random, SETTINGS, Work, deriveKey, inOrder, type Logger, type Settings } from '@aula/platform';
import { issuerOf, keyPurposes, nonceBytes, seal, unseal, type KeyPurpose } from './signing-key.entity.js';
import { activeKey, addKey } from './signing-key.queries.js';

/** What a document is signed with. */
export interface Signer {
  readonly key: KeyObject;
  readonly verificationMethod: string;
}

/**
 * The academy's signing keys: made at the first start, sealed with the installation's secret, never deleted. When the public address
 * changes there is a new issuer with new keys; the old ones stay in the registry, so what they signed goes on verifying as ours. To
 * retire a key, set its `retired_at`: a successor is made at the next use.
 */
@Injectable()
export class SigningKeys implements OnApplicationBootstrap {
  private readonly sealing: Buffer;

  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly random: Random,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {
    this.sealing = deriveKey(settings.secret, 'signing-key');
  }

  /** Makes the first keys. A house whose database is away opens all the same: keys are made when they are needed. */
  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.work.run((em) => inOrder(keyPurposes, (purpose) => this.ensure(em, this.issuer(), purpose)));
    } catch (error) {
      this.log.error({ err: error }, 'the signing keys are not there yet');
    }
  }

  /** DID of the academy. Problem: unavailable `signing-key.unavailable` when the public address cannot be an issuer. */
  issuer(): string {
    try {
      return issuerOf(this.settings.publicUrl);
    } catch (error) {
      this.log.error({ err: error, publicUrl: this.settings.publicUrl }, 'the public address cannot be an issuer (did:web)');
      throw new Problem('unavailable', 'signing-key.unavailable', {}, { retryAfter: 60 });
    }
  }

  /** The active key of an issuer of ours, or undefined, with the reason in the log, while it cannot be used. */
  async signer(em: EntityManager, did: string, purpose: KeyPurpose): Promise<Signer | undefined> {
    await this.ensure(em, did, purpose);
    const active = await activeKey(em, did, purpose);
    if (!active) return undefined;
    const { verificationMethod } = active.key;
    try {
      const { privateKey } = keyPairFromSeed(unseal(active.sealedSeed, verificationMethod, this.sealing));
      return { key: privateKey, verificationMethod };
    } catch (error) {
      this.log.error({ err: error, verificationMethod }, 'a signing key cannot be opened: is the secret file the one it was made with?');
      return undefined;
    }
  }

  private async ensure(em: EntityManager, did: string, purpose: KeyPurpose): Promise<void> {
    if (await activeKey(em, did, purpose)) return;
    const id = this.ids.next();
    const verificationMethod = `${did}#${purpose}-${id.slice(-8)}`;
    const pair = generateKeyPair((size) => this.random.bytes(size));
    const sealedSeed = seal(seedOf(pair.privateKey), verificationMethod, this.sealing, this.random.bytes(nonceBytes));
    await addKey(em, { id, purpose, did, verificationMethod, publicKey: pair.publicKeyMultibase, sealedSeed });
  }
}
