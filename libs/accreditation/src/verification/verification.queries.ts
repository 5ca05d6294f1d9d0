import type { EntityManager } from '@mikro-orm/postgresql';
import type { CredentialId } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import type { RegisteredCredential } from './verification.entity.js';

/** Those of the signed credentials with these ids, by id. */
export const registeredAmong = async (
  em: EntityManager,
  ids: readonly CredentialId[],
): Promise<Map<CredentialId, RegisteredCredential>> => {
  const found = await rows<RegisteredCredential>(
    em,
    `select c.id, d.document, c.document_hash, c.revoked_at, c.revocation_reason, c.superseded_at is not null as superseded
     from accreditation.credential c join accreditation.credential_document d on d.credential_id = c.id
     where c.id = any($1::text[])`,
    [ids],
  );
  return new Map(found.map((each) => [each.id, each]));
};

/** The signed credential with this id. A pending one is unknown: there is nothing yet that could be verified. */
export const registered = (em: EntityManager, id: CredentialId | null): Promise<RegisteredCredential | undefined> =>
  row(
    em,
    `select c.id, d.document, c.document_hash, c.revoked_at, c.revocation_reason, c.superseded_at is not null as superseded
     from accreditation.credential c join accreditation.credential_document d on d.credential_id = c.id
     where c.id = $1`,
    [id ?? ''],
  );
