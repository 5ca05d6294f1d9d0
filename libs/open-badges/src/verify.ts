import type { KeyObject } from 'node:crypto';

/** A key as its controller publishes it. */
export interface ResolvedKey {
  readonly publicKey: KeyObject;
  /** DID of who controls the key; must be the issuer. */
  readonly controller: string;
  /** Proofs created before or after these are refused. */
  readonly notBefore?: Date;
  readonly notAfter?: Date;
}

/** The key of a verification method, or null when the method is unknown or may not assert. */
export type ResolveKey = (verificationMethod: string) => ResolvedKey | null;

/** What a verifier insists on. */
export interface VerifyPolicy {
  /** The pinned issuer; a credential of anybody else is refused. */
  readonly issuer: string;
  /** Cryptosuites of the proofs it must carry, exactly one of each. Default `['eddsa-jcs-2022']`. */
  readonly cryptosuites?: readonly string[];
  /** Addresses `@context` may hold. Default: credentials v2 and Open Badges 3.0.3. */
  readonly contexts?: readonly string[];
}

/** Why a credential is not verified. */
export type VerifyErrorCode =
  | 'malformed'
  | 'unknown-context'
  | 'wrong-issuer'
  | 'missing-proof'
  | 'extra-proof'
  | 'malformed-proof'
  | 'cryptosuite-not-allowed'
  | 'wrong-proof-purpose'
  | 'context-mismatch'
  | 'unknown-key'
  | 'wrong-controller'
  | 'key-out-of-date'
  | 'bad-signature';

/** One reason, with its place as a JSON pointer. */
export interface VerifyError {
  readonly code: VerifyErrorCode;
  readonly path: string;
}

/** Result of verifying the proofs of one credential. */
export interface Verification {
  readonly verified: boolean;
  /** `cannot-be-checked`: malformed, or no key; `altered`: everything was there and it does not fit. */
  readonly integrity: 'intact' | 'altered' | 'cannot-be-checked';
  /** Issuer as the credential names it; null when it names none. Claims nothing unless verified. */
  readonly issuer: string | null;
  /** Verification methods of the proofs that verified. */
  readonly verifiedBy: readonly string[];
  readonly errors: readonly VerifyError[];
}

/** Verifies every proof of a credential against a policy. Never throws, whatever the input. */
export function verifyJcs(credential: unknown, resolveKey: ResolveKey, policy: VerifyPolicy): Verification {
  throw new Error(`not there yet: ${typeof credential} ${String(resolveKey)} ${policy.issuer}`);
}
