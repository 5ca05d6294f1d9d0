import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows } from '@aula/platform';
import { columns, from, type CourseRow } from '../course/course.queries.js';

/** The courses that everybody may see, newest first. */
export const publicCourses = (em: EntityManager, limit: number): Promise<CourseRow[]> =>
  rows(em, `select ${columns('v')} ${from} where c.public and v.id is not null order by c.id desc limit $1`, [limit]);

export const institutionName = async (em: EntityManager, id: string): Promise<string | undefined> =>
  (await row<{ name: string }>(em, `select name from identity.pub_institution where id = $1`, [id]))?.name;
