import type { EnrollmentRule } from '@aula/contracts';
import { folded } from '../search.queries.js';

/** SQL: person `p` fits the rule; each condition that it has. */
export const fits = (rule: EnrollmentRule, place: (value: unknown) => string): string => {
  const { countries, institutionIds, ranks, languages, completedCourseId, notCompletedCourseId } = rule;
  const conditions: string[] = [];
  if (countries) conditions.push(`p.country = any(${place(countries)}::text[])`);
  if (institutionIds) conditions.push(`p.institution_path && ${place(institutionIds)}::uuid[]`);
  if (ranks) conditions.push(`${folded('p.rank')} = any(array(select ${folded('r')} from unnest(${place(ranks)}::text[]) r))`);
  if (languages) conditions.push(`p.language = any(${place(languages)}::text[])`);
  if (completedCourseId) conditions.push(completed(place(completedCourseId)));
  if (notCompletedCourseId) conditions.push(`not ${completed(place(notCompletedCourseId))}`);
  return conditions.join(' and ');
};

const completed = (course: string): string => `exists (
  select from enrollment.enrollment x join enrollment.edition y on y.id = x.edition_id
  join catalog.pub_course_version w on w.id = y.course_version_id
  where x.person_id = p.id and x.state = 'completed' and w.course_id = ${course})`;
