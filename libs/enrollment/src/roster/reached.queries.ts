import type { CourseVersionId, RosterFilter } from '@aula/contracts';
import { done } from '../unit-progress/unit-progress.queries.js';

/** SQL: enrollment `e` counts: whoever left does not. */
export const stays = `e.state <> 'withdrawn'`;

/** SQL conditions of how far enrollment `e` has come, as the funnel counts it. */
export const reachedBy = ({ reached, unit }: RosterFilter, version: CourseVersionId, place: (value: unknown) => string): string[] => {
  if (!reached) return [];
  if (reached === 'enrolled') return [stays];
  if (reached === 'completed') return [`e.state = 'completed'`];
  const course = reached === 'finished' ? place(version) : '';
  const within = course
    ? `join catalog.pub_unit u on u.course_version_id = ${course} and u.id = p.unit_id
       join catalog.pub_course_version v on v.id = u.course_version_id and ${done}`
    : '';
  const at = unit ? `and p.unit_id = ${place(unit)}::uuid` : '';
  return [stays, `exists (select from enrollment.unit_progress p ${within} where p.enrollment_id = e.id ${at})`];
};
