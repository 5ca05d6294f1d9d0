import type { EntityManager } from '@mikro-orm/postgresql';
import type { CredentialId, EnrollmentId, PersonId } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import type { CountedUnit, CourseVersion } from './achievement.entity.js';

/** A credential that waits for its signature. */
export interface Pending {
  id: CredentialId;
  course_version_id: string;
  completed_at: string;
  subject: string;
  status_index: number;
  list_id: string;
  list_address: string;
  list_published: boolean;
  did: string;
  /** May the person hold it now? */
  active: boolean;
}

/** Those of `ids` that are pending, held until the transaction ends. */
export const holdPending = (em: EntityManager, ids: readonly string[]): Promise<Pending[]> =>
  rows(
    em,
    `select c.id, c.course_version_id, c.completed_at, c.subject, c.status_index,
       l.id as list_id, l.address as list_address, l.document is not null as list_published, l.did, coalesce(p.active, false) as active
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

/** The time of the database, to the millisecond. */
export const databaseTime = async (em: EntityManager): Promise<Date> =>
  new Date((await row<{ now: string }>(em, `select date_trunc('milliseconds', clock_timestamp()) as now`))!.now);

/** Course versions with the units that their rule asks for, in order. */
export const courseVersions = async (
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, { version: CourseVersion; units: CountedUnit[] }>> => {
  const versions = await rows<CourseVersion>(
    em,
    `select id, title, summary, hours, languages, completion from catalog.pub_course_version where id = any($1::uuid[])`,
    [ids],
  );
  const units = await rows<CountedUnit & { version_id: string }>(
    em,
    `select course_version_id as version_id, kind, title from catalog.pub_unit
     where course_version_id = any($1::uuid[]) and counts order by course_version_id, position`,
    [ids],
  );
  return new Map(versions.map((version) => [version.id, { version, units: units.filter((unit) => unit.version_id === version.id) }]));
};

/** A signed document, to be kept. */
export interface Signed {
  readonly id: CredentialId;
  readonly document: string;
  readonly hash: Buffer;
}
export interface Issued {
  id: CredentialId;
  enrollment_id: EnrollmentId;
  person_id: PersonId;
}

/** Writes documents and state, each once: what is not pending any more is left as it stands. */
export const writeIssued = (em: EntityManager, signed: readonly Signed[], at: Date): Promise<Issued[]> =>
  rows(
    em,
    `with signed as (select * from unnest($1::text[], $2::text[], $3::bytea[]) as s(id, document, hash)),
     issued as (
       update accreditation.credential c set state = 'issued', issued_at = $4, document_hash = s.hash
       from signed s where c.id = s.id and c.state = 'pending'
       returning c.id, c.enrollment_id, c.person_id),
     kept as (insert into accreditation.credential_document (credential_id, document) select id, document from signed join issued using (id))
     select * from issued`,
    [signed.map((each) => each.id), signed.map((each) => each.document), signed.map((each) => each.hash), at],
  );
