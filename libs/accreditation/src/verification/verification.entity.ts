import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { verifyJcs, type TrustRegistry, type Verification as ProofCheck } from '@aula/open-badges';
import type { CredentialId, Verification } from '@aula/contracts';
import { hoursIn } from '../credential/achievement.entity.js';
import { verifyUrl } from '../credential/credential.entity.js';
import { keyResolver, trustedSince, type SigningKey } from '../signing-key/signing-key.entity.js';

/** A signed credential as the register holds it, without a word about its holder. */
export interface RegisteredCredential {
  id: CredentialId;
  document: string;
  document_hash: Buffer;
  revoked_at: string | null;
  revocation_reason: string | null;
  superseded: boolean;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Claims of a document, as far as it has the shape; nothing here is checked. */
export const fieldsOf = (document: unknown): { id: string | null; issuer: string | null; issuerName: string | null; lists: string[] } => {
  const { id, issuer, credentialStatus: status } = isFields(document) ? document : ({} as Fields);
  const entries: unknown[] = Array.isArray(status) ? status.slice(0, 4) : [status];
  return {
    id: textIn(id),
    issuer: isFields(issuer) ? textIn(issuer.id) : textIn(issuer),
    issuerName: isFields(issuer) ? textIn(issuer.name) : null,
    lists: entries.flatMap((entry) => (isFields(entry) ? (textIn(entry.statusListCredential) ?? []) : [])),
  };
};

/** The registry of trust: our issuers since their first key. Nobody accredits yet; universities' reviews bring that. */
export const registryOf = (keys: readonly SigningKey[]): TrustRegistry => ({
  issuers: [...new Set(keys.map(({ did }) => did))].map((did) => ({ did, from: trustedSince(keys, did)!, until: null })),
  accreditations: [],
});

/** A document that the register holds: the stored bytes, read again. What does not parse is no document. */
export const storedDocument = ({ document }: RegisteredCredential): unknown => {
  try {
    return JSON.parse(document) as unknown;
  } catch {
    return undefined;
  }
};

/** Does the register's row fit what it stores: the hash, and the document's own id? */
export const fitsRegister = (row: RegisteredCredential, document: unknown): boolean =>
  hash('sha256', row.document, 'buffer').equals(row.document_hash) && (fieldsOf(document).id ?? '').endsWith(verifyUrl('', row.id));

/** Is a document that somebody holds the very one that the register holds? */
export const isRegistered = (row: RegisteredCredential | undefined, document: unknown): boolean =>
  row !== undefined && isDeepStrictEqual(document, storedDocument(row));

/**
 * Checks the proof with our keys alone. A document that says it is ours, by its issuer or by its number, and has no good proof of ours
 * is altered: we signed nothing of the kind. Never throws.
 */
export const checkProof = (
  document: unknown,
  keys: readonly SigningKey[],
  { anchored, known }: { anchored: boolean; known: boolean },
): ProofCheck => {
  const { issuer } = fieldsOf(document);
  const ours = keys.find(({ did }) => did === issuer);
  const policy = { issuer: (ours ?? keys.at(-1))?.did ?? '' };
  const checked = verifyJcs(document, keyResolver(keys, 'credentials', { anchored }), policy);
  return !checked.verified && (ours || known) ? { ...checked, integrity: 'altered' } : checked;
};

/** What was signed, as people read it; only ever taken from a document whose proof was good. */
export const claimsOf = (document: unknown): Verification['claims'] => {
  const { credentialSubject: subject, validFrom } = isFields(document) ? document : ({} as Fields);
  const { id, achievement } = isFields(subject) ? subject : ({} as Fields);
  const { name, description, criteria } = isFields(achievement) ? achievement : ({} as Fields);
  const described = textIn(description);
  return {
    title: textIn(name) ?? '',
    description: described,
    hours: described === null ? null : hoursIn(described),
    criteria: isFields(criteria) ? textIn(criteria.narrative) : null,
    validFrom: textIn(validFrom) ?? '',
    subject: textIn(id) ?? '',
  };
};
