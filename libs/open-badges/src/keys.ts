import type { KeyObject } from 'node:crypto';
import type { RandomBytes } from './random.js';

/** An Ed25519 key pair. */
export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** Multikey form: `z` + base58btc of `ed 01` and the 32 key bytes. Controlled Identifiers 1.0 section 2.2.2. */
  readonly publicKeyMultibase: string;
}

/** A new Ed25519 key pair from 32 random bytes. */
export function generateKeyPair(random: RandomBytes): KeyPair {
  throw new Error(`not there yet: ${String(random)}`);
}

/** The key pair of a 32-byte seed (RFC 8032 section 5.1.5). Throws `OpenBadgesError` `bad-key`. */
export function keyPairFromSeed(seed: Uint8Array): KeyPair {
  throw new Error(`not there yet: ${String(seed.length)}`);
}

/** The 32-byte seed of a private key, for sealed storage. */
export function seedOf(privateKey: KeyObject): Uint8Array {
  throw new Error(`not there yet: ${privateKey.type}`);
}

/** Multikey form of an Ed25519 public key. */
export function publicKeyMultibase(publicKey: KeyObject): string {
  throw new Error(`not there yet: ${publicKey.type}`);
}

/** The public key of a Multikey text. Throws `OpenBadgesError` `bad-key`. */
export function publicKeyFromMultibase(text: string): KeyObject {
  throw new Error(`not there yet: ${text}`);
}
