import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { decodeBase58btc, encodeBase58btc } from './base58.js';
import { OpenBadgesError } from './problem.js';
import type { RandomBytes } from './random.js';

/** An Ed25519 key pair. */
export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** Multikey form: `z` + base58btc of `ed 01` and the 32 key bytes. Controlled Identifiers 1.0 section 2.2.2. */
  readonly publicKeyMultibase: string;
}

/** DER before the 32 bytes of an Ed25519 key. RFC 8410 sections 4 and 7. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');
/** Multicodec `ed25519-pub`. */
const multicodec = Buffer.from('ed01', 'hex');
const keyLength = 32;

/** A new Ed25519 key pair from 32 random bytes. */
export const generateKeyPair = (random: RandomBytes): KeyPair => keyPairFromSeed(random(keyLength));

/** The key pair of a 32-byte seed (RFC 8032 section 5.1.5). Throws `OpenBadgesError` `bad-key`. */
export function keyPairFromSeed(seed: Uint8Array): KeyPair {
  if (seed.length !== keyLength) throw new OpenBadgesError('bad-key', 'seed');
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return { privateKey, publicKey, publicKeyMultibase: publicKeyMultibase(publicKey) };
}

/** The 32-byte seed of a private key, for sealed storage. Throws `OpenBadgesError` `bad-key`. */
export function seedOf(privateKey: KeyObject): Uint8Array {
  if (privateKey.type !== 'private' || privateKey.asymmetricKeyType !== 'ed25519') throw new OpenBadgesError('bad-key', 'privateKey');
  return Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8.length));
}

/** Multikey form of an Ed25519 public key. Throws `OpenBadgesError` `bad-key`. */
export function publicKeyMultibase(publicKey: KeyObject): string {
  if (publicKey.type !== 'public' || publicKey.asymmetricKeyType !== 'ed25519') throw new OpenBadgesError('bad-key', 'publicKey');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(spki.length);
  return `z${encodeBase58btc(Buffer.concat([multicodec, raw]))}`;
}

/** The public key of a Multikey text. Throws `OpenBadgesError` `bad-key`. */
export function publicKeyFromMultibase(text: string): KeyObject {
  const bytes = Buffer.from(keyBytes(text));
  if (bytes.length !== multicodec.length + keyLength || !bytes.subarray(0, multicodec.length).equals(multicodec)) {
    throw new OpenBadgesError('bad-key', 'publicKeyMultibase');
  }
  return createPublicKey({ key: Buffer.concat([spki, bytes.subarray(multicodec.length)]), format: 'der', type: 'spki' });
}

function keyBytes(text: string): Uint8Array {
  if (!text.startsWith('z')) throw new OpenBadgesError('bad-key', 'publicKeyMultibase');
  try {
    return decodeBase58btc(text.slice(1));
  } catch {
    throw new OpenBadgesError('bad-key', 'publicKeyMultibase');
  }
}
