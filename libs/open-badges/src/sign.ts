import type { KeyObject } from 'node:crypto';
import type { JsonObject } from './json.js';

/** A Data Integrity proof. VC Data Integrity 1.0 section 2.1; VC-DI-EdDSA 1.0 section 3.3. */
export interface DataIntegrityProof extends JsonObject {
  readonly '@context'?: readonly string[];
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: string;
  readonly created: string;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod';
  readonly proofValue: string;
}

/** A signed document; later issues add further proofs to the set. */
export interface SignedDocument extends JsonObject {
  readonly proof: DataIntegrityProof | readonly DataIntegrityProof[];
}

/** What a batch is signed with. */
export interface JcsSigning {
  readonly key: KeyObject;
  /** DID URL of the key, `did:web:…#key-1`. */
  readonly verificationMethod: string;
  /** Time of the database; seconds are kept. */
  readonly created: Date;
}

/** Signs one document with `eddsa-jcs-2022` (VC-DI-EdDSA 1.0 section 3.3). Throws `OpenBadgesError` for a document that may not be signed. */
export function signJcs(document: JsonObject, key: KeyObject, verificationMethod: string, created: Date): SignedDocument {
  throw new Error(`not there yet: ${String(document)} ${key.type} ${verificationMethod} ${String(created)}`);
}

/**
 * Signs a batch of documents of one shape: template and configuration hash are computed once, a signature per call.
 * Each call returns the whole signed credential as JSON text in its JCS form.
 */
export function createJcsSigner<F extends string>(
  fields: readonly F[],
  make: (values: Readonly<Record<F, string>>) => JsonObject,
  signing: JcsSigning,
): (values: Readonly<Record<F, string>>) => string {
  throw new Error(`not there yet: ${String(fields.length)} ${String(make)} ${signing.verificationMethod}`);
}
