import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, LearnerQuery, LearnerView, Measure } from '@aula/contracts';
import { rows } from '@aula/platform';
import { chosenBy, parametersFrom, visibleTo } from '../scope.queries.js';

/** A learner behind a number, as the contract has it. */
export type LearnerRow = LearnerView;

/** Those whom a number counts, the latest enrollment first, behind `after`; `most` of them. */
export const learners = (
  em: EntityManager,
  actor: Actor,
  query: LearnerQuery,
  after: string | undefined,
  most: number,
): Promise<LearnerRow[]> => {
  const { parameters, place } = parametersFrom([]);
  const conditions = [visibleTo(actor, place), ...chosenBy(query, place)];
  if (query.state !== 'enrolled') conditions.push(`c.${query.state}`);
  if (query.during) conditions.push(`c.${monthOf(query.state)} = ${place(`${query.during}-01`)}::date`);
  if (after) conditions.push(`c.enrollment_id < ${place(after)}::uuid`);
  return rows(
    em,
    `with page as materialized (
       select c.* from insights.learner c where ${conditions.join(' and ')} order by c.enrollment_id desc limit ${String(most)})
     select c.enrollment_id as "enrollmentId", c.person_id as "personId", coalesce(p.given_name, '') as "givenName",
       coalesce(p.family_name, '') as "familyName", i.name as institution, c.country, v.title as "courseTitle", d.title as "editionTitle",
       c.state, c.progress, c.enrolled_at as "enrolledAt", c.active_at as "activeAt", c.completed_at as "completedAt",
       c.certified_at as "certifiedAt"
     from page c
     join enrollment.pub_edition d on d.id = c.edition_id
     join catalog.pub_course_version v on v.id = d.course_version_id
     left join identity.pub_person p on p.id = c.person_id
     left join identity.pub_institution i on i.id = c.institution_id
     order by c.enrollment_id desc`,
    parameters,
  );
};

/** The column that says in which month a measure came true. */
const monthOf = (state: Measure): string => (state === 'completed' || state === 'certified' ? `${state}_month` : 'month');
