import type { EntityManager } from '@mikro-orm/postgresql';
import type { CredentialId, EnrollmentId, PersonId } from '@aula/contracts';
import { rows } from '@aula/platform';
import type { Draft, Signed } from './draft.entity.js';

/** A credential that waits for its signature. */
export interface Pending extends Draft {
  readonly listId: string;
  readonly listPublished: boolean;
  /** May the person hold it now? */
  readonly active: boolean;
}

/** Those of `ids` that are pending, held until the transaction ends. */
export const holdPending = (em: EntityManager, ids: readonly string[]): Promise<Pending[]> =>
  rows(
    em,
    `select c.id, c.course_version_id as "courseVersionId", c.completed_at as "completedAt", c.subject, c.status_index as entry,
       l.id as "listId", l.address as "listAddress", l.document is not null as "listPublished", l.did, coalesce(p.active, false) as active
     from accreditation.credential c
     join accreditation.status_list l on l.id = c.status_list_id
     left join identity.pub_person p on p.id = c.person_id
     where c.id = any($1::text[]) and c.state = 'pending' order by c.id for update of c`,
    [ids],
  );

/** Those lists that were never published and that no order to publish waits for. The first document of a list needs one order, not hundreds. */
export const listsToPublish = async (em: EntityManager, ids: readonly string[]): Promise<string[]> =>
  ids.length === 0
    ? []
    : (
        await rows<{ id: string }>(
          em,
          `select l.id from accreditation.status_list l
           where l.id = any($1::uuid[]) and l.document is null and not exists (
             select from platform.job j
             where j.kind = 'accreditation.publish-status-list' and j.state = 'pending' and j.subject = l.id::text)`,
          [ids],
        )
      ).map(({ id }) => id);

/** Whose credential it is. */
export interface Issued {
  readonly id: CredentialId;
  readonly enrollmentId: EnrollmentId;
  readonly personId: PersonId;
}

/** Writes documents and state, each once: what is not pending any more is left as it stands. */
export const writeIssued = (em: EntityManager, signed: readonly Signed[], at: Date): Promise<Issued[]> =>
  rows(
    em,
    `with signed as (select * from unnest($1::text[], $2::text[], $3::bytea[]) as s(id, document, hash)),
     issued as (
       update accreditation.credential c set state = 'issued', issued_at = $4, document_hash = s.hash
       from signed s where c.id = s.id and c.state = 'pending'
       returning c.id, c.enrollment_id as "enrollmentId", c.person_id as "personId"),
     kept as (insert into accreditation.credential_document (credential_id, document) select id, document from signed join issued using (id))
     select * from issued`,
    [signed.map((each) => each.id), signed.map((each) => each.document), signed.map((each) => each.hash), at],
  );
