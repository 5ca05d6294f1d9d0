import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows } from '@aula/platform';
import type { CountedUnit, CourseVersion } from './achievement.entity.js';

/** The time of the database, to the millisecond. */
export const databaseTime = async (em: EntityManager): Promise<Date> =>
  new Date((await row<{ now: string }>(em, `select date_trunc('milliseconds', clock_timestamp()) as now`))!.now);

/** Course versions with the units that their rule asks for, in order. */
export const courseVersions = async (
  em: EntityManager,
  ids: readonly string[],
): Promise<Map<string, { version: CourseVersion; units: CountedUnit[] }>> => {
  const versions = await rows<CourseVersion>(
    em,
    `select id, title, summary, hours, languages, completion from catalog.pub_course_version where id = any($1::uuid[])`,
    [ids],
  );
  const units = await rows<CountedUnit & { version_id: string }>(
    em,
    `select course_version_id as version_id, kind, title from catalog.pub_unit
     where course_version_id = any($1::uuid[]) and counts order by course_version_id, position`,
    [ids],
  );
  return new Map(versions.map((version) => [version.id, { version, units: units.filter((unit) => unit.version_id === version.id) }]));
};
