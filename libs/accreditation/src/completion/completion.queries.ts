import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  Actor,
  CompletionChoices,
  CompletionFilter,
  CompletionId,
  CompletionQuery,
  CompletionTotals,
  CredentialId,
  LocalText,
  PersonId,
} from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { registerOf } from './completion.policy.js';

export interface CompletionRow {
  id: CompletionId;
  person_id: PersonId;
  given_name: string | null;
  family_name: string | null;
  country: string | null;
  institution: string | null;
  code: string;
  title: LocalText;
  hours: number;
  edition: string | null;
  completed_at: string;
  voided_at: string | null;
  mark: number | null;
  credential_id: CredentialId | null;
  credential_state: 'pending' | 'issued' | 'revoked' | null;
}

type Bind = (value: unknown) => string;

/** SQL: versions `v` of the courses that the actor answers for. Few, so that they are found first. */
const versionsOf = (actor: Actor, { courseId }: CompletionFilter, bind: Bind): string => {
  const { everything, universities } = registerOf(actor);
  const conditions = [
    ...(everything ? [] : [`i.path && ${bind(universities)}::uuid[]`]),
    ...(courseId ? [`v.course_id = ${bind(courseId)}`] : []),
  ];
  return `select v.id from catalog.pub_course_version v left join identity.pub_institution i on i.id = v.institution_id
    where ${['true', ...conditions].join(' and ')}`;
};

/** SQL: what the filter leaves of completions `m` with their enrollments `e` and people `p`. */
const conditionsOf = (actor: Actor, filter: CompletionFilter, bind: Bind): string[] => [
  `m.course_version_id in (${versionsOf(actor, filter, bind)})`,
  ...(filter.editionId ? [`e.edition_id = ${bind(filter.editionId)}`] : []),
  ...(filter.country ? [`p.country = ${bind(filter.country)}`] : []),
  ...(filter.month ? monthOf(bind(`${filter.month}-01T00:00:00Z`)) : []),
];
const monthOf = (first: string): string[] => [
  `m.completed_at >= ${first}::timestamptz`,
  `m.completed_at < (${first}::timestamptz at time zone 'UTC' + interval '1 month') at time zone 'UTC'`,
];

const joins = `
  from enrollment.pub_completion m
  left join enrollment.pub_enrollment e on e.id = m.enrollment_id
  left join identity.pub_person p on p.id = m.person_id`;
/** SQL: the best mark of an enrollment, and its certificate. */
const results = `
  left join lateral (select max(g.score_scaled) as mark from assessment.pub_grade g where g.enrollment_id = m.enrollment_id) g on true
  left join accreditation.credential c on c.enrollment_id = m.enrollment_id and c.superseded_at is null`;

/** A page of the register, newest first; `limit + 1` rows. The page is cut before marks and names are looked up. */
export const completionsFor = (em: EntityManager, actor: Actor, query: CompletionQuery): Promise<CompletionRow[]> => {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const conditions = conditionsOf(actor, query, bind);
  const after = decodeCursor(query.cursor, sortValue.instant, sortValue.id);
  if (after) conditions.push(`(m.completed_at, m.id) < (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
  return rows(
    em,
    `with page as materialized (
       select m.*, e.edition_id ${joins} where ${conditions.join(' and ')}
       order by m.completed_at desc, m.id desc limit ${bind(query.limit + 1)})
     select m.id, m.person_id, p.given_name, p.family_name, p.country, i.name as institution, v.code, v.title, v.hours, d.title as edition,
       m.completed_at, m.voided_at, g.mark, c.id as credential_id, c.state as credential_state
     from page m
     join catalog.pub_course_version v on v.id = m.course_version_id
     left join identity.pub_person p on p.id = m.person_id
     left join identity.pub_institution i on i.id = p.institution_id
     left join enrollment.pub_edition d on d.id = m.edition_id
     ${results}
     order by m.completed_at desc, m.id desc`,
    values,
  );
};

export const totalsFor = async (em: EntityManager, actor: Actor, filter: CompletionFilter): Promise<CompletionTotals> => {
  const values: unknown[] = [];
  const conditions = conditionsOf(actor, filter, (value) => `$${values.push(value)}`);
  return (await row<CompletionTotals>(
    em,
    `with chosen as materialized (
       select m.enrollment_id, m.person_id, p.country ${joins} where ${conditions.join(' and ')} and m.voided_at is null),
     best as (
       select max(g.score_scaled) as mark from chosen join assessment.pub_grade g using (enrollment_id) group by enrollment_id)
     select count(*)::int as completions, count(distinct person_id)::int as people, count(distinct country)::int as countries,
       (select count(*)::int from chosen join accreditation.credential c using (enrollment_id)
        where c.state = 'revoked' and c.superseded_at is null) as revoked,
       (select avg(mark)::float8 from best) as "meanMark"
     from chosen`,
    values,
  ))!;
};

/** What the filters may be set to. */
export const choicesFor = async (em: EntityManager, actor: Actor): Promise<CompletionChoices> => {
  const values: unknown[] = [];
  const versions = versionsOf(actor, {}, (value) => `$${values.push(value)}`);
  const courses = await rows<CompletionChoices['courses'][number]>(
    em,
    `select distinct on (course_id) course_id as id, code, title from catalog.pub_course_version where id in (${versions})
     order by course_id, number desc`,
    values,
  );
  const editions = await rows<CompletionChoices['editions'][number]>(
    em,
    `select d.id, v.course_id as "courseId", d.title from enrollment.pub_edition d
     join catalog.pub_course_version v on v.id = d.course_version_id where v.id in (${versions}) order by d.opens_at desc, d.id limit 500`,
    values,
  );
  const countries = await rows<{ country: string }>(em, `select distinct country from identity.pub_institution order by country`);
  return { courses: courses.toSorted((a, b) => (a.code < b.code ? -1 : 1)), editions, countries: countries.map(({ country }) => country) };
};
