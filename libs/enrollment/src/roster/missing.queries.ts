import type { EntityManager } from '@mikro-orm/postgresql';
import type { CourseVersionId, EnrollmentId, MissingUnitView, RosterUnit } from '@aula/contracts';
import { rows } from '@aula/platform';
import { done } from '../unit-progress/unit-progress.queries.js';

/** The units of a version that a learner has to do, in their order. */
export const unitsToDo = (em: EntityManager, version: CourseVersionId): Promise<RosterUnit[]> =>
  rows(
    em,
    `select u.id as "unitId", u.position, u.kind, u.title from catalog.pub_unit u
     where u.course_version_id = $1 and (u.required or u.counts) order by u.position`,
    [version],
  );

/** The units that an enrollment still misses, and why, by the same words that make its progress. */
export const missingOf = (em: EntityManager, id: EnrollmentId): Promise<MissingUnitView[]> =>
  rows(
    em,
    `select u.id as "unitId", u.position, u.kind, u.title, case
         when u.kind = 'session' then 'not-attended'
         when p.passed and u.kind = 'quiz' then 'below-minimum'
         when p.failed then 'not-passed'
         when p.unit_id is not null then 'in-progress' else 'not-started' end as reason,
       case when p.score < 0 then 0 else p.score end as score,
       case when u.kind = 'quiz' and u.counts then (v.completion->>'minimumScore')::float8 end as "minimumScore"
     from enrollment.enrollment e
     join enrollment.edition d on d.id = e.edition_id
     join catalog.pub_course_version v on v.id = d.course_version_id
     join catalog.pub_unit u on u.course_version_id = v.id and (u.required or u.counts)
     left join enrollment.unit_progress p on p.enrollment_id = e.id and p.unit_id = u.id
     where e.id = $1 and not ${done} order by u.position`,
    [id],
  );
