import { hash, sign, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { encodeBase58btc } from './base58.js';
import { isStrings, type JsonObject } from './json.js';
import { OpenBadgesError } from './problem.js';
import { canonicalText, compileTemplate, compileText, isMarked, type Make, marksOf } from './template.js';
import { timestamp } from './time.js';

/** What a proof says of itself before it is signed. VC Data Integrity 1.0 section 2.1. */
interface ProofConfig extends JsonObject {
  /** Copy of the document's contexts, which stays in the proof. */
  readonly '@context': readonly string[];
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: string;
  readonly created: string;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod';
}

/** A Data Integrity proof. VC-DI-EdDSA 1.0 section 3.3. */
export interface DataIntegrityProof extends ProofConfig {
  /** `z` + base58btc of the signature. */
  readonly proofValue: string;
}

/** A signed document: one proof, or a set of them. */
export interface SignedDocument extends JsonObject {
  readonly proof: DataIntegrityProof | readonly DataIntegrityProof[];
}

/** What a batch is signed with. */
export interface JcsSigning {
  /** Ed25519 private key. */
  readonly key: KeyObject;
  /** DID URL of the key, `did:web:…#key-1`. */
  readonly verificationMethod: string;
  /** Time of the database; seconds are kept. */
  readonly created: Date;
}

/** The cryptosuite of these proofs. */
export const jcsCryptosuite = 'eddsa-jcs-2022';

/** Signs one document with `eddsa-jcs-2022` (VC-DI-EdDSA 1.0 section 3.3.1). Throws `OpenBadgesError` for a document that may not be signed. */
export function signJcs(document: JsonObject, key: KeyObject, verificationMethod: string, created: Date): SignedDocument {
  const text = canonicalText(document);
  const config = proofConfig(document, { key, verificationMethod, created });
  return { ...document, proof: { ...config, proofValue: proofValue(hashOf(canonicalText(config)), text, key) } };
}

/**
 * Signs a batch of documents of one shape: template and configuration hash are computed once, then a signature per call.
 * Each call returns the whole signed credential as JSON text in its JCS form. Throws `OpenBadgesError`.
 */
export function createJcsSigner<F extends string>(
  fields: readonly F[],
  make: Make<F>,
  signing: JcsSigning,
): (values: Readonly<Record<F, string>>) => string {
  const unsigned = compileTemplate(fields, make);
  const marked = make(marksOf(fields));
  const config = proofConfig(marked, signing);
  const configText = canonicalText(config);
  if (isMarked(configText)) throw new OpenBadgesError('bad-template', '/@context');
  const configHash = hashOf(configText);
  const signed = compileText(
    [...fields, proofField],
    canonicalize({ ...marked, proof: { ...config, proofValue: marksOf([proofField])[proofField] } }) ?? '',
  );
  return (values) => signed({ ...values, [proofField]: proofValue(configHash, unsigned(values), signing.key) });
}

/** No field of a caller: a template refuses one of the same name as used twice. */
const proofField = '_proofValue';

function proofConfig(document: JsonObject, { key, verificationMethod, created }: JcsSigning): ProofConfig {
  if (document.proof !== undefined) throw new OpenBadgesError('already-signed', '/proof');
  const context = document['@context'];
  if (!isStrings(context)) throw new OpenBadgesError('missing-value', '/@context');
  if (key.type !== 'private' || key.asymmetricKeyType !== 'ed25519') throw new OpenBadgesError('bad-key', 'key');
  return {
    '@context': context,
    type: 'DataIntegrityProof',
    cryptosuite: jcsCryptosuite,
    created: timestamp(created),
    verificationMethod,
    proofPurpose: 'assertionMethod',
  };
}

/** SHA-256 of a canonical text. */
export const hashOf = (text: string): Buffer => hash('sha256', text, 'buffer');

/** Multibase signature over the hash of the proof configuration followed by the hash of the document. VC-DI-EdDSA 1.0 section 3.3.4. */
function proofValue(configHash: Buffer, text: string, key: KeyObject): string {
  return `z${encodeBase58btc(sign(null, Buffer.concat([configHash, hashOf(text)]), key))}`;
}
