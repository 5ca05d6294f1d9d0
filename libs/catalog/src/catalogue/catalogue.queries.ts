import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, CatalogueOverview, CourseFacets, CourseId, CourseQuery, NextEdition } from '@aula/contracts';
import { inOrder, row, rows } from '@aula/platform';
import { filtersOf, from, readerOf, visibleTo } from '../course/course.queries.js';
import { lengthOf, nextEditions, timeOf, type Facet } from '../course/facet.queries.js';

/** SQL: one row per choice of a facet with the number of courses, from the courses that the rest of the query leaves. */
const choices: Readonly<Record<Facet, { select: string; more: string; group: string }>> = {
  language: { select: 'l.value', more: 'cross join lateral unnest(v.languages) as l(value)', group: 'l.value' },
  kind: {
    select: 'u.kind as value',
    more: 'join lateral (select distinct kind from catalog.course_version_unit where course_version_id = v.id) u on true',
    group: 'u.kind',
  },
  length: { select: `${lengthOf} as value`, more: '', group: lengthOf },
  mode: { select: 'm.mode as value', more: `join lateral (select distinct d.mode from ${nextEditions}) m on true`, group: 'm.mode' },
  when: { select: 't.value', more: `join lateral (select distinct ${timeOf} as value from ${nextEditions}) t on true`, group: 't.value' },
  institution: { select: 'i.id as value, i.name, i.country', more: '', group: 'i.id, i.name, i.country' },
};
const facets = Object.keys(choices) as Facet[];

/** What can be chosen in the catalogue: each facet is counted as if nothing were chosen in it. */
export const facetsFor = async (em: EntityManager, actor: Actor | undefined, query: CourseQuery): Promise<CourseFacets> => {
  const counted = await inOrder(facets, async (facet) => [facet, await countedBy(em, actor, query, facet)] as const);
  const { where, parameters } = filtersOf({ ...query, cursor: undefined }, 'v', readerOf(actor));
  const total = await row<{ n: number }>(
    em,
    `select count(*)::int as n ${from} where v.id is not null and ${visibleTo} ${where}`,
    parameters,
  );
  return { total: total!.n, ...(Object.fromEntries(counted) as unknown as Omit<CourseFacets, 'total'>) };
};

const countedBy = (em: EntityManager, actor: Actor | undefined, query: CourseQuery, facet: Facet): Promise<object[]> => {
  const { where, parameters } = filtersOf({ ...query, cursor: undefined, [facet]: undefined }, 'v', readerOf(actor));
  const { select, more, group } = choices[facet];
  return rows(
    em,
    `select ${select}, count(*)::int as count ${from} ${more}
     where v.id is not null and ${visibleTo} ${facet === 'institution' ? 'and i.id is not null' : ''} ${where}
     group by ${group} order by count desc, value`,
    parameters,
  );
};

/** Figures of what everybody may see. */
export const overview = async (em: EntityManager): Promise<CatalogueOverview> =>
  (await row<CatalogueOverview>(
    em,
    `select count(*)::int as courses, coalesce(sum(v.hours), 0)::float8 as hours,
       (select count(*)::int from identity.pub_institution) as institutions,
       (select count(distinct country)::int from identity.pub_institution) as countries,
       (select count(*)::int from enrollment.pub_edition d join catalog.course_version w on w.id = d.course_version_id
          join catalog.course o on o.id = w.course_id and o.public
        where d.opens_at <= clock_timestamp() and d.closes_at > clock_timestamp()) as editions
     from catalog.course c join catalog.course_version v on v.id = c.newest_version_id where c.public`,
  ))!;

/** Most editions that are told of one course. */
const told = 5;

/** What runs and what is to come of each course, the next first. */
export const nextEditionsOf = async (em: EntityManager, courses: readonly CourseId[]): Promise<Map<CourseId, NextEdition[]>> => {
  const found = await rows<NextEdition & { courseId: CourseId }>(
    em,
    `select c.id as "courseId", e.* from unnest($1::uuid[]) as c(id)
     cross join lateral (
       select d.title, d.mode, d.opens_at as "opensAt", d.closes_at as "closesAt", d.time_zone as "timeZone", ${timeOf} as state
       from ${nextEditions} order by d.opens_at, d.id limit ${told}) e`,
    [courses],
  );
  const byCourse = new Map<CourseId, NextEdition[]>();
  for (const { courseId, ...edition } of found) byCourse.set(courseId, [...(byCourse.get(courseId) ?? []), edition]);
  return byCourse;
};
