import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  Actor,
  CompletionChoices,
  CompletionFilter,
  CompletionId,
  CompletionQuery,
  CompletionTotals,
  CredentialId,
  ExaminationMark,
  LocalText,
  PersonId,
} from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { registerOf } from './completion.policy.js';

export interface CompletionRow {
  id: CompletionId;
  person_id: PersonId;
  external_id: string | null;
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
  examinations: ExaminationMark[];
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
  ...(filter.q ? spoken(filter.q, bind) : []),
  ...(filter.month ? monthOf(bind(`${filter.month}-01T00:00:00Z`)) : []),
];
/** SQL: each word is part of the name of person `p`, their force's id, or the number of the certificate. */
const spoken = (q: string, bind: Bind): string[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => {
      const pattern = bind(`%${word.replace(/[\\%_]/g, '\\$&')}%`);
      const key = bind(word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
      return `(p.sort_name like lower(public.unaccent('public.unaccent'::regdictionary, ${pattern})) or p.id_key = ${key}
        or exists (select from accreditation.credential k where k.id = ${key} and k.enrollment_id = m.enrollment_id))`;
    });
const monthOf = (first: string): string[] => [
  `m.completed_at >= ${first}::timestamptz`,
  `m.completed_at < (${first}::timestamptz at time zone 'UTC' + interval '1 month') at time zone 'UTC'`,
];

const joins = `
  from enrollment.pub_completion m
  left join enrollment.pub_enrollment e on e.id = m.enrollment_id
  left join identity.pub_person p on p.id = m.person_id`;
/** SQL condition: unit `u` is an examination of its course version. */
const examination = `u.kind = 'quiz' and u.counts`;
/** SQL: the marks of an enrollment as the contract has them, the course's mark from them, and the certificate. */
const results = `
  left join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('title', u.title, 'mark', g.mark) order by u.position), '[]') as examinations,
      case when count(*) = count(g.mark) then avg(g.mark) end as mark
    from catalog.pub_unit u
    left join lateral (
      select max(g.score_scaled)::float8 as mark from assessment.pub_grade g where g.enrollment_id = m.enrollment_id and g.unit_id = u.id) g on true
    where u.course_version_id = m.course_version_id and ${examination}) g on true
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
     select m.id, m.person_id, p.external_id, p.given_name, p.family_name, p.country, i.name as institution, v.code, v.title, v.hours, d.title as edition,
       m.completed_at, m.voided_at, g.mark, g.examinations, c.id as credential_id, c.state as credential_state
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
       select m.enrollment_id, m.course_version_id, m.person_id, p.country ${joins} where ${conditions.join(' and ')} and m.voided_at is null),
     examinations as materialized (
       select u.course_version_id, u.id as unit_id, count(*) over (partition by u.course_version_id) as all_of_them
       from catalog.pub_unit u where u.course_version_id in (select course_version_id from chosen) and ${examination}),
     marks as (
       select h.enrollment_id, x.all_of_them, max(g.score_scaled)::float8 as mark
       from chosen h join examinations x using (course_version_id)
       join assessment.pub_grade g on g.enrollment_id = h.enrollment_id and g.unit_id = x.unit_id
       group by h.enrollment_id, x.unit_id, x.all_of_them),
     courses as (select avg(mark) as mark from marks group by enrollment_id having count(*) = max(all_of_them))
     select count(*)::int as completions, count(distinct person_id)::int as people, count(distinct country)::int as countries,
       (select count(*)::int from chosen join accreditation.credential c using (enrollment_id)
        where c.state = 'revoked' and c.superseded_at is null) as revoked,
       (select avg(mark) from courses) as "meanMark"
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
    `select distinct on (course_id) course_id as id, code, title, false as accredited from catalog.pub_course_version where id in (${versions})
     order by course_id, number desc`,
    values,
  );
  const editions = await rows<CompletionChoices['editions'][number]>(
    em,
    `select d.id, v.course_id as "courseId", d.title from enrollment.pub_edition d
     join catalog.pub_course_version v on v.id = d.course_version_id where v.id in (${versions}) order by d.opens_at desc, d.id limit 500`,
    values,
  );
  const countries = await rows<{ country: string }>(
    em,
    `select country from identity.pub_institution union select country from identity.pub_person where country is not null order by country`,
  );
  return { courses: courses.toSorted((a, b) => (a.code < b.code ? -1 : 1)), editions, countries: countries.map(({ country }) => country) };
};
