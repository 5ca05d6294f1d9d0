import type { EntityManager } from '@mikro-orm/postgresql';
import type { CredentialId } from '@aula/contracts';
import { row } from '@aula/platform';

/** A signed credential as the register holds it, without a word about its holder. */
export interface RegisteredCredential {
  id: CredentialId;
  document: string;
  document_hash: Buffer;
  revoked_at: string | null;
  revocation_reason: string | null;
  superseded: boolean;
}

/** The signed credential with this id. A pending one is unknown: there is nothing yet that could be verified. */
export const registered = (em: EntityManager, id: CredentialId | null): Promise<RegisteredCredential | undefined> =>
  row(
    em,
    `select c.id, d.document, c.document_hash, c.revoked_at, c.revocation_reason, c.superseded_at is not null as superseded
     from accreditation.credential c join accreditation.credential_document d on d.credential_id = c.id
     where c.id = $1`,
    [id ?? ''],
  );
