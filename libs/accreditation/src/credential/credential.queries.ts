import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, CredentialId, CredentialQuery, EnrollmentId, LocalText, PersonId, CourseVersionId } from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { credentialIdOf, type CredentialState } from './credential.entity.js';
import { seenBy } from './credential.policy.js';

/** A credential with what a list shows of its neighbours' rows. */
export interface CredentialRow {
  id: CredentialId;
  enrollment_id: EnrollmentId;
  person_id: PersonId;
  course_version_id: CourseVersionId;
  state: CredentialState;
  created_at: string;
  issued_at: string | null;
  revoked_at: string | null;
  revocation_reason: string | null;
  title: LocalText;
  hours: number;
  given_name: string | null;
  family_name: string | null;
  person_path: string[];
  course_path: string[];
}

const shown = `
  select c.id, c.enrollment_id, c.person_id, c.course_version_id, c.state, c.created_at, c.issued_at, c.revoked_at, c.revocation_reason,
    v.title, v.hours, p.given_name, p.family_name, coalesce(p.institution_path, '{}') as person_path, coalesce(i.path, '{}') as course_path
  from accreditation.credential c
  join catalog.pub_course_version v on v.id = c.course_version_id
  left join identity.pub_person p on p.id = c.person_id
  left join identity.pub_institution i on i.id = v.institution_id`;

/** What the actor may see (`maySee` in the policy). Written out per actor, so that an officer's own list is a look-up by index. */
const visibleTo = (actor: Actor, bind: (value: unknown) => string): string => {
  const { everything, branches, universities } = seenBy(actor);
  if (everything) return 'true';
  return [
    `c.person_id = ${bind(actor.personId)}`,
    ...(branches.length > 0 ? [`p.institution_path && ${bind(branches)}::uuid[]`] : []),
    ...(universities.length > 0 ? [`i.path && ${bind(universities)}::uuid[]`] : []),
  ].join(' or ');
};

/** A page of credentials that the actor may see, newest first; `limit + 1` rows. */
export const credentialsFor = (em: EntityManager, actor: Actor, query: CredentialQuery): Promise<CredentialRow[]> => {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const after = decodeCursor(query.cursor, sortValue.instant, sortValue.text);
  const conditions = [
    `(${visibleTo(actor, bind)})`,
    'c.superseded_at is null',
    ...(query.mine ? [`c.person_id = ${bind(actor.personId)}`] : []),
    ...(query.enrollmentId ? [`c.enrollment_id = ${bind(query.enrollmentId)}`] : []),
    ...(query.q?.trim() ? [`(${matching(query.q.trim(), bind)})`] : []),
    ...(after ? [`(c.created_at, c.id) < (${bind(after[0])}::timestamptz, ${bind(after[1])})`] : []),
  ];
  const text = `${shown} where ${conditions.join(' and ')} order by c.created_at desc, c.id desc limit ${bind(query.limit + 1)}`;
  return rows<CredentialRow>(em, text, values);
};

/** By number or verify address, by title in any language, or by holder; without accents and capitals. Few titles, so they are found first. */
const matching = (q: string, bind: (value: unknown) => string): string => {
  const id = credentialIdOf(q);
  if (id) return `c.id = ${bind(id)}`;
  const words = bind(q);
  const has = (text: string): string => `strpos(lower(public.unaccent(${text})), lower(public.unaccent(${words}))) > 0`;
  const titles = `select t.id from catalog.pub_course_version t where ${has(`concat_ws(' ', t.code, t.title->>'es', t.title->>'pt', t.title->>'en', t.title->>'fr')`)}`;
  return `c.course_version_id in (${titles}) or ${has(`concat_ws(' ', p.given_name, p.family_name)`)}`;
};

/** One credential with what rights need to know of it, held for a change when `hold` says so. */
export const credentialRow = (em: EntityManager, id: CredentialId, { hold = false } = {}): Promise<CredentialRow | undefined> =>
  row(em, `${shown} where c.id = $1 ${hold ? 'for update of c' : ''}`, [id]);

/** The signed document, null while there is none yet; undefined without such a credential. */
export const documentOf = (em: EntityManager, id: CredentialId | null): Promise<{ document: string | null } | undefined> =>
  row(
    em,
    `select d.document from accreditation.credential c left join accreditation.credential_document d on d.credential_id = c.id
     where c.id = $1`,
    [id ?? ''],
  );

export const writeRevocation = (
  em: EntityManager,
  id: CredentialId,
  by: { personId: string; reason: string },
): Promise<{ status_list_id: string } | undefined> =>
  row(
    em,
    `update accreditation.credential
     set state = 'revoked', revoked_at = date_trunc('milliseconds', clock_timestamp()), revoked_by = $2, revocation_reason = $3
     where id = $1 returning status_list_id`,
    [id, by.personId, by.reason],
  );
