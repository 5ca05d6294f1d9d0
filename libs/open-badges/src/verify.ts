import { type KeyObject, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import { decodeBase58btc } from './base58.js';
import { credentialsContext, openBadgesContext } from './context.js';
import { isObject, isStrings } from './json.js';
import { hashOf, jcsCryptosuite } from './sign.js';
import { readTime } from './time.js';

/** A key as its controller publishes it. */
export interface ResolvedKey {
  /** Ed25519 public key. */
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
  /** Cryptosuites of the proofs it must carry, exactly one of each. Default `['eddsa-jcs-2022']`, the only one known here. */
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
  /** `altered`: a proof is there and does not fit the content; `cannot-be-checked`: malformed, unsigned, or without a key to check it with. */
  readonly integrity: 'intact' | 'altered' | 'cannot-be-checked';
  /** Issuer as the credential names it; null when it names none. Claims nothing unless verified. */
  readonly issuer: string | null;
  /** Verification methods of the proofs that verified. */
  readonly verifiedBy: readonly string[];
  readonly errors: readonly VerifyError[];
}

type Fields = Readonly<Record<string, unknown>>;
interface Insisted {
  readonly policy: VerifyPolicy;
  readonly resolveKey: ResolveKey;
  readonly cryptosuites: readonly string[];
}

/** Verifies every proof of a credential against a policy (VC-DI-EdDSA 1.0 section 3.3.2). Never throws, whatever the input. */
export function verifyJcs(credential: unknown, resolveKey: ResolveKey, policy: VerifyPolicy): Verification {
  const snapshot = snapshotOf(credential);
  if (!snapshot) return resultOf(null, [], [{ code: 'malformed', path: '' }]);
  const { proof, ...document } = snapshot;
  const cryptosuites = policy.cryptosuites ?? [jcsCryptosuite];
  const proofs = proof === undefined ? [] : Array.isArray(proof) ? (proof as readonly unknown[]) : [proof];
  const errors = [...documentErrors(document, policy), ...setErrors(proofs, cryptosuites)];
  const verifiedBy: string[] = [];
  // More proofs than the policy asks for are refused anyway: they are not worth the work.
  for (const [place, one] of proofs.slice(0, cryptosuites.length + 1).entries()) {
    const found = proofErrors(one, document, { policy, resolveKey, cryptosuites });
    const path = Array.isArray(proof) ? `/proof/${String(place)}` : '/proof';
    if (found.length === 0) verifiedBy.push(String((one as Fields).verificationMethod));
    errors.push(...found.map((code) => ({ code, path })));
  }
  return resultOf(issuerOf(document), verifiedBy, errors);
}

/** The credential as plain JSON, taken once: what is checked is what was signed, whatever getters or prototypes the input has. */
function snapshotOf(credential: unknown): Fields | null {
  try {
    const copy: unknown = JSON.parse(JSON.stringify(credential));
    return isObject(copy) && canonicalize(copy) !== undefined ? copy : null;
  } catch {
    return null;
  }
}

function resultOf(issuer: string | null, verifiedBy: readonly string[], errors: readonly VerifyError[]): Verification {
  const altered = errors.some(({ code }) => code === 'bad-signature' || code === 'context-mismatch' || code === 'extra-proof');
  const integrity = errors.length === 0 ? 'intact' : altered ? 'altered' : 'cannot-be-checked';
  return { verified: errors.length === 0, integrity, issuer, verifiedBy, errors };
}

function documentErrors(document: Fields, policy: VerifyPolicy): readonly VerifyError[] {
  const errors: VerifyError[] = [];
  const { '@context': context, type } = document;
  const allowed = policy.contexts ?? [credentialsContext, openBadgesContext];
  if (!isStrings(context)) errors.push({ code: 'malformed', path: '/@context' });
  else if (context[0] !== credentialsContext || !context.every((one) => allowed.includes(one))) {
    errors.push({ code: 'unknown-context', path: '/@context' });
  }
  if (!isStrings(type) || !type.includes('VerifiableCredential')) errors.push({ code: 'malformed', path: '/type' });
  if (issuerOf(document) !== policy.issuer) errors.push({ code: 'wrong-issuer', path: '/issuer' });
  return errors;
}

function issuerOf({ issuer }: Fields): string | null {
  const id = isObject(issuer) ? issuer.id : issuer;
  return typeof id === 'string' ? id : null;
}

/** Exactly one proof of each cryptosuite of the policy: none stripped, none added. */
function setErrors(proofs: readonly unknown[], cryptosuites: readonly string[]): readonly VerifyError[] {
  const suites = proofs.map((proof) => (isObject(proof) ? proof.cryptosuite : undefined));
  const missing = cryptosuites.some((suite) => !suites.includes(suite));
  return [
    ...(missing ? [{ code: 'missing-proof', path: '/proof' } as const] : []),
    ...(proofs.length > cryptosuites.length ? [{ code: 'extra-proof', path: '/proof' } as const] : []),
  ];
}

/** Nothing else may stand in a proof: what a verifier does not know it must not pass over. */
const proofNames = ['@context', 'type', 'cryptosuite', 'created', 'verificationMethod', 'proofPurpose', 'proofValue'];

function proofErrors(proof: unknown, document: Fields, insisted: Insisted): readonly VerifyErrorCode[] {
  if (!isObject(proof) || !Object.keys(proof).every((name) => proofNames.includes(name))) return ['malformed-proof'];
  const { '@context': context, type, cryptosuite, proofPurpose, verificationMethod, proofValue } = proof;
  const created = readTime(proof.created);
  if (type !== 'DataIntegrityProof' || !created || typeof verificationMethod !== 'string' || typeof proofValue !== 'string') {
    return ['malformed-proof'];
  }
  if (cryptosuite !== jcsCryptosuite || !insisted.cryptosuites.includes(cryptosuite)) return ['cryptosuite-not-allowed'];
  const errors: VerifyErrorCode[] = [];
  if (proofPurpose !== 'assertionMethod') errors.push('wrong-proof-purpose');
  // The algorithm lets the document add contexts after the signed ones; that would change the meaning of signed terms.
  if (canonicalize(context) !== canonicalize(document['@context'])) errors.push('context-mismatch');
  return [...errors, ...keyErrors(proof, document, created, insisted)];
}

function keyErrors(proof: Fields, document: Fields, created: Date, { policy, resolveKey }: Insisted): readonly VerifyErrorCode[] {
  const key = keyOf(resolveKey, String(proof.verificationMethod));
  if (!key) return ['unknown-key'];
  const errors: VerifyErrorCode[] = [];
  if (key.controller !== policy.issuer) errors.push('wrong-controller');
  if ((key.notBefore && created < key.notBefore) || (key.notAfter && created > key.notAfter)) errors.push('key-out-of-date');
  if (!fits(proof, document, key.publicKey)) errors.push('bad-signature');
  return errors;
}

function keyOf(resolveKey: ResolveKey, verificationMethod: string): ResolvedKey | null {
  try {
    return resolveKey(verificationMethod);
  } catch {
    return null;
  }
}

function fits({ proofValue, ...config }: Fields, document: Fields, publicKey: KeyObject): boolean {
  const data = Buffer.concat([hashOf(canonicalize(config) ?? ''), hashOf(canonicalize(document) ?? '')]);
  try {
    const value = String(proofValue);
    return (
      publicKey.asymmetricKeyType === 'ed25519' && value.startsWith('z') && verify(null, data, publicKey, decodeBase58btc(value.slice(1)))
    );
  } catch {
    return false;
  }
}
