import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Random, SETTINGS, deriveKey, type Settings } from '@aula/platform';

const algorithm = 'aes-256-gcm';
const bytes = { nonce: 12, tag: 16 } as const;

/**
 * Keys of authenticator apps have to be read again, so they cannot be hashed: they lie sealed with a key of the installation (AES-256
 * in GCM, NIST SP 800-38D), bound to their person. A copy of the database alone makes no codes.
 */
@Injectable()
export class TotpKeys {
  private readonly key: Buffer;

  constructor(
    private readonly random: Random,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.key = deriveKey(settings.secret, 'totp-keys');
  }

  seal(personId: string, key: Buffer): Buffer {
    const nonce = this.random.bytes(bytes.nonce);
    const cipher = createCipheriv(algorithm, this.key, nonce).setAAD(Buffer.from(personId));
    const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  open(personId: string, sealed: Buffer): Buffer {
    const tag = sealed.subarray(bytes.nonce, bytes.nonce + bytes.tag);
    const cipher = createDecipheriv(algorithm, this.key, sealed.subarray(0, bytes.nonce), { authTagLength: bytes.tag });
    cipher.setAAD(Buffer.from(personId)).setAuthTag(tag);
    return Buffer.concat([cipher.update(sealed.subarray(bytes.nonce + bytes.tag)), cipher.final()]);
  }
}
