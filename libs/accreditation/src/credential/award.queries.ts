import type { EntityManager } from '@mikro-orm/postgresql';
import type { CredentialId, Item } from '@aula/contracts';
import { rows } from '@aula/platform';
import type { Draft, Signed } from './draft.entity.js';

export type Completion = Item<'completion.recorded'>;

/** Those completions whose enrollment has no credential yet and whose person may hold one: at most one per enrollment. */
export const unawarded = async (em: EntityManager, completions: readonly Completion[]): Promise<Completion[]> => {
  // The limits keep these look-ups by index, a row at a time: joined plainly, both tables would be read whole for each chunk.
  const found = await rows<{ completion_id: string }>(
    em,
    `select distinct on (c.enrollment_id) c.completion_id
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as c(completion_id, enrollment_id, person_id)
     cross join lateral (select from identity.pub_person p where p.id = c.person_id and p.active limit 1) holder
     left join lateral (
       select true as held from accreditation.credential x where x.enrollment_id = c.enrollment_id and x.superseded_at is null limit 1) h on true
     where h.held is null
     order by c.enrollment_id, c.completion_id`,
    [completions.map((each) => each.completionId), completions.map((each) => each.enrollmentId), completions.map((each) => each.personId)],
  );
  const byId = new Map(completions.map((completion) => [completion.completionId, completion]));
  return found.flatMap((each) => byId.get(each.completion_id) ?? []);
};

/** A credential to be inserted: issued when it is signed, else pending. */
export interface Award {
  readonly completion: Completion;
  readonly draft: Draft;
  readonly signed: Signed | undefined;
}

/** Inserts credentials with their documents, the first of each enrollment; returns the ids of those that were new. */
export const insertAwards = async (em: EntityManager, awards: readonly Award[], listId: string, at: Date): Promise<Set<CredentialId>> => {
  const inserted = await rows<{ id: CredentialId }>(
    em,
    `with award as (
       select * from unnest($1::text[], $2::text[], $3::int[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::timestamptz[], $9::bytea[], $10::text[])
         as a(id, subject, entry, enrollment_id, completion_id, person_id, course_version_id, completed_at, hash, document)),
     inserted as (
       insert into accreditation.credential (id, subject, status_index, enrollment_id, completion_id, person_id, course_version_id,
         completed_at, status_list_id, state, created_at, issued_at, document_hash)
       select id, subject, entry, enrollment_id, completion_id, person_id, course_version_id, completed_at, $11::uuid,
         case when hash is null then 'pending' else 'issued' end, $12, case when hash is not null then $12::timestamptz end, hash
       from award
       on conflict (enrollment_id) where superseded_at is null do nothing
       returning id),
     kept as (
       insert into accreditation.credential_document (credential_id, document)
       select id, document from award join inserted using (id) where document is not null)
     select id from inserted`,
    [
      awards.map(({ draft }) => draft.id),
      awards.map(({ draft }) => draft.subject),
      awards.map(({ draft }) => draft.entry),
      awards.map(({ completion }) => completion.enrollmentId),
      awards.map(({ completion }) => completion.completionId),
      awards.map(({ completion }) => completion.personId),
      awards.map(({ completion }) => completion.courseVersionId),
      awards.map(({ completion }) => completion.completedAt),
      awards.map(({ signed }) => signed?.hash ?? null),
      awards.map(({ signed }) => signed?.document ?? null),
      listId,
      at,
    ],
  );
  return new Set(inserted.map(({ id }) => id));
};

/** Minutes that a fact has to arrive before its completion counts as missed. */
const deliveryMinutes = 15;

/** Standing completions of people who may hold a credential and have none, oldest first: of those who were suspended when the fact came. */
export const missedCompletions = async (em: EntityManager, limit: number): Promise<Completion[]> =>
  rows<Completion>(
    em,
    `select m.id as "completionId", m.enrollment_id as "enrollmentId", m.person_id as "personId",
       m.course_version_id as "courseVersionId", m.completed_at as "completedAt"
     from enrollment.pub_completion m
     join identity.pub_person p on p.id = m.person_id and p.active
     where m.voided_at is null and m.completed_at < clock_timestamp() - make_interval(mins => $2)
       and not exists (select from accreditation.credential x where x.enrollment_id = m.enrollment_id and x.superseded_at is null)
     order by m.completed_at, m.id limit $1`,
    [limit, deliveryMinutes],
  );
