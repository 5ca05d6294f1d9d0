import type { EntityManager } from '@mikro-orm/postgresql';
import type { AuditedKind } from '@aula/contracts';
import { inOrder, rows } from '@aula/platform';

/** A changed thing as it is today: whom it is about, and its members by name; `old` where what was there before is recorded too. */
export interface SubjectRow {
  id: string;
  personId: string | null;
  facts: { name: string; old?: unknown; new: unknown }[];
}

const facts = (...pairs: readonly (readonly [name: string, sql: string])[]): string =>
  `jsonb_build_array(${pairs.map(([name, sql]) => `jsonb_build_object('name', '${name}', 'new', ${sql})`).join(', ')})`;
const course = (version: string): string => `(select v.title from catalog.pub_course_version v where v.id = ${version})`;
const edition = (id: string): string => `(select x.title from enrollment.pub_edition x where x.id = ${id})`;

/** One statement per kind whose things this house may read; of the others the id is told. */
const statements: Readonly<Partial<Record<AuditedKind, string>>> = {
  grant: `select g.id::text, g.person_id as "personId", ${facts(
    ['role', 'g.role'],
    ['scope', 'g.scope_kind'],
    [
      'place',
      `coalesce(to_jsonb((select i.name from identity.institution i where i.id = g.scope_id)), to_jsonb(${edition('g.scope_id')}),
        (select v.title from catalog.pub_course_version v where v.course_id = g.scope_id order by v.number desc limit 1))`,
    ],
    ['endsAt', 'g.ends_at'],
    ['revokedAt', 'g.revoked_at'],
  )} as facts from identity.role_grant g where g.id = any($1::uuid[])`,
  'second-factor-reset': `select r.id::text, r.person_id as "personId", '[]'::jsonb as facts
    from identity.second_factor_reset r where r.id = any($1::uuid[])`,
  'token-revocation': `select r.id::text, r.person_id as "personId", '[]'::jsonb as facts
    from identity.token_revocation r where r.id = any($1::uuid[])`,
  'setting-change': `select c.id::text, null as "personId",
    jsonb_build_array(jsonb_build_object('name', c.name, 'old', c.old_value, 'new', c.new_value)) as facts
    from platform.setting_change c where c.id = any($1::uuid[])`,
  enrollment: `select e.id::text, e.person_id as "personId", ${facts(
    ['course', course('e.course_version_id')],
    ['edition', edition('e.edition_id')],
    ['state', 'e.state'],
  )} as facts from enrollment.pub_enrollment e where e.id = any($1::uuid[])`,
  completion: `select c.id::text, c.person_id as "personId", ${facts(
    ['course', course('c.course_version_id')],
    ['completedAt', 'c.completed_at'],
    ['voidedAt', 'c.voided_at'],
  )} as facts from enrollment.pub_completion c where c.id = any($1::uuid[])`,
  grade: `select g.attempt_id::text as id, e.person_id as "personId", ${facts(
    ['course', course('e.course_version_id')],
    ['score', 'g.score'],
    ['maxScore', 'g.max_score'],
    ['passed', 'g.passed'],
  )} as facts from assessment.pub_grade g left join enrollment.pub_enrollment e on e.id = g.enrollment_id where g.attempt_id = any($1::uuid[])`,
  credential: `select c.id, c.person_id as "personId", ${facts(
    ['course', course('c.course_version_id')],
    ['state', 'c.state'],
    ['issuedAt', 'c.issued_at'],
  )} as facts from accreditation.pub_credential c where c.id = any($1::text[])`,
};

/** What is known of the things of each kind, by id. */
export const subjectsOf = async (
  em: EntityManager,
  wanted: ReadonlyMap<AuditedKind, readonly string[]>,
): Promise<Map<AuditedKind, Map<string, SubjectRow>>> => {
  const found = await inOrder([...wanted], async ([kind, ids]) => {
    const statement = statements[kind];
    const known = statement ? await rows<SubjectRow>(em, statement, [ids]) : [];
    return [kind, new Map(known.map((each) => [each.id, each]))] as const;
  });
  return new Map(found);
};
