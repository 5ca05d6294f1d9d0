import type { CourseFacets, CourseLength, CourseQuery } from '@aula/contracts';

export type Facet = Exclude<keyof CourseFacets, 'total'>;

/** Hours at which a course is no longer of this length. */
const below: Readonly<Record<Exclude<CourseLength, 'long'>, number>> = { short: 6, medium: 20 };

/** SQL: the length of version `v`. */
export const lengthOf = `case when v.hours < ${below.short} then 'short' when v.hours < ${below.medium} then 'medium' else 'long' end`;
/** SQL: whether edition `d`, which is not over, runs now or is to come. */
export const timeOf = `case when d.opens_at <= clock_timestamp() then 'open' else 'planned' end`;
/** SQL: the editions `d` that are not over, of any version of course `c`. */
export const nextEditions = `catalog.course_version w join enrollment.pub_edition d on d.course_version_id = w.id
  where w.course_id = c.id and d.closes_at > clock_timestamp()`;

/** SQL: what the query asks of the published version `v` of course `c`, besides words, language and institution. */
export const facetConditions = ({ kind, length, mode, when }: CourseQuery, place: (value: unknown) => string): string[] => {
  const editions = [...(mode ? [`d.mode = ${place(mode)}`] : []), ...(when ? [`${timeOf} = ${place(when)}`] : [])];
  return [
    ...(kind ? [`exists (select from catalog.course_version_unit u where u.course_version_id = v.id and u.kind = ${place(kind)})`] : []),
    ...(length ? [`${lengthOf} = ${place(length)}`] : []),
    ...(editions.length > 0 ? [`exists (select from ${nextEditions} and ${editions.join(' and ')})`] : []),
  ];
};
