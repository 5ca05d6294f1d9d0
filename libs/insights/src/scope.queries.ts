import { ageBands, type Actor, type InsightQuery } from '@aula/contracts';
import { sightOf } from './insight.policy.js';

type Place = (value: unknown) => string;

/** The parameters of a statement that is put together from parts, and a function that places one more and says where it stands. */
export const parametersFrom = (first: readonly unknown[]): { parameters: unknown[]; place: Place } => {
  const parameters = [...first];
  return { parameters, place: (value) => `$${parameters.push(value)}` };
};

/** SQL: the cells or learners `c` that the actor may see; every number, list and file asks it. */
export const visibleTo = (actor: Actor, place: Place): string => {
  const { everything, institutions, universities, courses, editions } = sightOf(actor);
  if (everything) return 'true';
  const parts = [
    ...(institutions.length > 0 ? [`c.institution_id in (${branches(institutions, place)})`] : []),
    ...(universities.length > 0
      ? [
          `c.course_id in (select v.course_id from catalog.pub_course_version v where v.institution_id in (${branches(universities, place)}))`,
        ]
      : []),
    ...(courses.length > 0 ? [`c.course_id = any(${place(courses)}::uuid[])`] : []),
    ...(editions.length > 0 ? [`c.edition_id = any(${place(editions)}::uuid[])`] : []),
  ];
  return parts.length > 0 ? `(${parts.join(' or ')})` : 'false';
};
const branches = (institutions: readonly string[], place: Place): string =>
  `select i.id from identity.pub_institution i where i.path && ${place(institutions)}::uuid[]`;

/** SQL: what the filter leaves of the cells or learners `c`. */
export const chosenBy = (query: InsightQuery, place: Place): string[] => [
  ...same('country', query.country, place, 'text'),
  ...ofInstitution(query.institution, place),
  ...same('course_id', query.course, place, 'uuid'),
  ...same('edition_id', query.edition, place, 'uuid'),
  ...same('language', query.language, place, 'text'),
  ...same('sex', query.sex, place, 'text'),
  ...same('age', query.age && query.age !== 'none' ? ageBands.indexOf(query.age) : query.age, place, 'smallint'),
  ...(query.from ? [`c.month >= ${place(`${query.from}-01`)}::date`] : []),
  ...(query.to ? [`c.month <= ${place(`${query.to}-01`)}::date`] : []),
];

const same = (column: string, value: string | number | undefined, place: Place, type: string): string[] => {
  if (value === undefined) return [];
  return [value === 'none' ? `c.${column} is null` : `c.${column} = ${place(value)}::${type}`];
};

const ofInstitution = (institution: string | undefined, place: Place): string[] => {
  if (institution === undefined || institution === 'none') return same('institution_id', institution, place, 'uuid');
  return [`c.institution_id in (${branches([institution], place)})`];
};
