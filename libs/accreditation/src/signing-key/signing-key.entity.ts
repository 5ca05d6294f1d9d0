import { createCipheriv, createDecipheriv } from 'node:crypto';
import { didWebFromUrl, publicKeyFromMultibase, type ResolveKey } from '@aula/open-badges';

export const keyPurposes = ['credentials', 'status-list'] as const;
/** A key signs one kind of document and no other. */
export type KeyPurpose = (typeof keyPurposes)[number];

/** A key as the registry holds it; the private half is apart and sealed. */
export interface SigningKey {
  readonly id: string;
  readonly purpose: KeyPurpose;
  readonly did: string;
  /** DID URL, `did:web:…#…`. */
  readonly verificationMethod: string;
  /** Multikey form of the Ed25519 public key. */
  readonly publicKey: string;
  readonly validFrom: Date;
  readonly retiredAt: Date | null;
}

/**
 * The academy's DID, from its public address. Behind plain http it is the DID of the same host, whose document a verifier asks for by
 * https (did:web method specification, "Read"). Throws `OpenBadgesError` `bad-url` for an address that cannot be one, such as an IP address.
 */
export const issuerOf = (publicUrl: string): string => {
  const local = new URL(publicUrl).hostname === 'localhost';
  return didWebFromUrl(local ? publicUrl : publicUrl.replace(/^http:/, 'https:'));
};

/** What stands behind the `#` of a DID URL. */
export const fragmentOf = (verificationMethod: string): string => verificationMethod.slice(verificationMethod.indexOf('#') + 1);

const nonceLength = 12;
const tagLength = 16;
const cipher = 'aes-256-gcm';

/** The seed under AES-256-GCM (NIST SP 800-38D): nonce, ciphertext, tag. Bound to its key's name, so that rows cannot be swapped. */
export const seal = (seed: Uint8Array, name: string, key: Buffer, nonce: Buffer): Buffer => {
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(name));
  return Buffer.concat([nonce, sealing.update(seed), sealing.final(), sealing.getAuthTag()]);
};
export const nonceBytes = nonceLength;

/** The seed again. Throws when the secret is another one or a byte was changed. */
export const unseal = (sealed: Buffer, name: string, key: Buffer): Buffer => {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceLength), { authTagLength: tagLength });
  opening.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(-tagLength));
  return Buffer.concat([opening.update(sealed.subarray(nonceLength, -tagLength)), opening.final()]);
};

/** Milliseconds are not signed, so a key must hold from the beginning of its first second. */
const secondOf = (time: Date): Date => new Date(Math.floor(time.getTime() / 1_000) * 1_000);

/** When the issuer began to sign: the beginning of its first key. */
export const trustedSince = (keys: readonly SigningKey[], did: string): Date | undefined => {
  const times = keys.filter((key) => key.did === did).map(({ validFrom }) => validFrom.getTime());
  return times.length === 0 ? undefined : secondOf(new Date(Math.min(...times)));
};

/**
 * Resolves our keys of one purpose. A retired key is resolved only for documents that are `anchored`, that is, known from our own
 * records to have been signed while it was in use: with a stolen retired key a proof could be dated back.
 */
export const keyResolver = (keys: readonly SigningKey[], purpose: KeyPurpose, { anchored }: { anchored: boolean }): ResolveKey => {
  const usable = keys.filter((key) => key.purpose === purpose && (anchored || key.retiredAt === null));
  return (verificationMethod) => {
    const key = usable.find((each) => each.verificationMethod === verificationMethod);
    if (!key) return null;
    return {
      publicKey: publicKeyFromMultibase(key.publicKey),
      controller: key.did,
      notBefore: secondOf(key.validFrom),
      ...(key.retiredAt ? { notAfter: key.retiredAt } : {}),
    };
  };
};
