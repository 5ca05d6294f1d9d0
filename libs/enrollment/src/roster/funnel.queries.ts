import type { EntityManager } from '@mikro-orm/postgresql';
import type { RosterFunnel } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { parametersFrom } from '../search.queries.js';
import { done } from '../unit-progress/unit-progress.queries.js';
import { stays } from './reached.queries.js';
import { askedSql, type Asked } from './roster.queries.js';

/** How many of those asked for are there, and have completed. */
export const countFunnel = async (em: EntityManager, given: Asked): Promise<{ enrolled: number; completed: number }> => {
  const { parameters, place } = parametersFrom([]);
  return (await row<{ enrolled: number; completed: number }>(
    em,
    `select count(*)::int as enrolled, count(*) filter (where e.state = 'completed')::int as completed
     ${askedSql(given, place, { conditions: [stays], people: false })}`,
    parameters,
  ))!;
};

/** How many of those asked for began and finished each unit of the course: one statement. */
export const unitFunnel = (em: EntityManager, given: Asked): Promise<RosterFunnel['units']> => {
  const { parameters, place } = parametersFrom([]);
  const version = place(given.edition.course_version_id);
  return rows(
    em,
    `with marks as (
       select p.unit_id, count(*)::int as begun, count(*) filter (where ${done})::int as finished
       from (select e.id ${askedSql(given, place, { conditions: [stays], people: false })}) n
       join enrollment.unit_progress p on p.enrollment_id = n.id
       join catalog.pub_unit u on u.course_version_id = ${version} and u.id = p.unit_id
       join catalog.pub_course_version v on v.id = u.course_version_id
       group by 1)
     select u.id as "unitId", u.position, u.kind, u.title, u.required or u.counts as required,
       coalesce(m.begun, 0) as begun, coalesce(m.finished, 0) as finished
     from catalog.pub_unit u left join marks m on m.unit_id = u.id
     where u.course_version_id = ${version} order by u.position`,
    parameters,
  );
};
