import type { EntityManager } from '@mikro-orm/postgresql';
import type { RosterFunnel } from '@aula/contracts';
import { row } from '@aula/platform';
import { parametersFrom } from '../search.queries.js';
import { done } from '../unit-progress/unit-progress.queries.js';
import { stays } from './reached.queries.js';
import { askedSql, type Asked } from './roster.queries.js';

/**
 * How many of those asked for are there, have completed, and began and finished each unit of the course: one statement. Marks that are
 * alike are counted first, so that the rule of the course is asked of each sort of mark and not of each mark.
 */
export const funnelOf = async (em: EntityManager, given: Asked): Promise<RosterFunnel> => {
  const { parameters, place } = parametersFrom([]);
  const version = place(given.edition.course_version_id);
  const asked = askedSql(given, place, { conditions: [stays], people: false });
  return (await row<RosterFunnel>(
    em,
    `with p as (
       select p.unit_id, p.completed, p.passed, p.score, count(*) as people
       from (select e.id ${asked}) n join enrollment.unit_progress p on p.enrollment_id = n.id group by 1, 2, 3, 4),
     units as (
       select u.id, u.position, u.kind, u.title, u.required or u.counts as required,
         coalesce(sum(p.people), 0) as begun, coalesce(sum(p.people) filter (where ${done}), 0) as finished
       from catalog.pub_unit u join catalog.pub_course_version v on v.id = u.course_version_id left join p on p.unit_id = u.id
       where u.course_version_id = ${version} group by u.id, u.position, u.kind, u.title, u.required, u.counts)
     select count(*)::int as enrolled, count(*) filter (where n.state = 'completed')::int as completed,
       (select coalesce(jsonb_agg(jsonb_build_object('unitId', u.id, 'position', u.position, 'kind', u.kind, 'title', u.title,
          'required', u.required, 'begun', u.begun, 'finished', u.finished) order by u.position), '[]') from units u) as units
     from (select e.state ${asked}) n`,
    parameters,
  ))!;
};
