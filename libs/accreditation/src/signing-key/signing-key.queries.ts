import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows } from '@aula/platform';
import type { KeyPurpose, SigningKey } from './signing-key.entity.js';

interface KeyRow {
  id: string;
  purpose: KeyPurpose;
  did: string;
  verification_method: string;
  public_key: string;
  valid_from: string;
  retired_at: string | null;
}
const columns = 'id, purpose, did, verification_method, public_key, valid_from, retired_at';

/** Every key there ever was, oldest first. */
export const allKeys = async (em: EntityManager): Promise<SigningKey[]> =>
  (await rows<KeyRow>(em, `select ${columns} from accreditation.signing_key order by valid_from, id`)).map(toKey);

/** The key that signs for an issuer now, with its sealed seed. */
export const activeKey = async (
  em: EntityManager,
  did: string,
  purpose: KeyPurpose,
): Promise<{ key: SigningKey; sealedSeed: Buffer } | undefined> => {
  const found = await row<KeyRow & { sealed_seed: Buffer }>(
    em,
    `select ${columns}, sealed_seed from accreditation.signing_key where did = $1 and purpose = $2 and retired_at is null`,
    [did, purpose],
  );
  return found && { key: toKey(found), sealedSeed: found.sealed_seed };
};

export interface NewKey {
  id: string;
  purpose: KeyPurpose;
  did: string;
  verificationMethod: string;
  publicKey: string;
  sealedSeed: Buffer;
}

/** Adds a key unless the issuer has an active one of that purpose; of two processes that start together one wins. */
export const addKey = (em: EntityManager, key: NewKey): Promise<object[]> =>
  rows(
    em,
    `insert into accreditation.signing_key (id, purpose, did, verification_method, public_key, sealed_seed)
     values ($1, $2, $3, $4, $5, $6) on conflict (did, purpose) where retired_at is null do nothing`,
    [key.id, key.purpose, key.did, key.verificationMethod, key.publicKey, key.sealedSeed],
  );

const toKey = (found: KeyRow): SigningKey => ({
  id: found.id,
  purpose: found.purpose,
  did: found.did,
  verificationMethod: found.verification_method,
  publicKey: found.public_key,
  validFrom: new Date(found.valid_from),
  retiredAt: found.retired_at === null ? null : new Date(found.retired_at),
});
