import type { EntityManager } from '@mikro-orm/postgresql';
import type { CredentialId, Item } from '@aula/contracts';
import { rows } from '@aula/platform';

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

/** What is drawn for a credential before it is known to anybody. */
export interface Draw {
  readonly id: CredentialId;
  /** Random `urn:uuid`. */
  readonly subject: string;
  /** Entry in the status list. */
  readonly entry: number;
}

/** Inserts pending credentials, the first of each enrollment; returns the ids of those that were new. */
export const insertPending = async (
  em: EntityManager,
  completions: readonly Completion[],
  listId: string,
  draws: readonly Draw[],
): Promise<CredentialId[]> => {
  const inserted = await rows<{ id: CredentialId }>(
    em,
    `insert into accreditation.credential
       (id, subject, status_index, enrollment_id, completion_id, person_id, course_version_id, completed_at, status_list_id)
     select *, $9::uuid
     from unnest($1::text[], $2::text[], $3::int[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::timestamptz[])
     on conflict (enrollment_id) where superseded_at is null do nothing
     returning id`,
    [
      draws.map((each) => each.id),
      draws.map((each) => each.subject),
      draws.map((each) => each.entry),
      completions.map((each) => each.enrollmentId),
      completions.map((each) => each.completionId),
      completions.map((each) => each.personId),
      completions.map((each) => each.courseVersionId),
      completions.map((each) => each.completedAt),
      listId,
    ],
  );
  return inserted.map(({ id }) => id);
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
