import type { EntityManager } from '@mikro-orm/postgresql';
import type { LocalText } from '@aula/contracts';
import { rows } from '@aula/platform';

type Names<T> = ReadonlyMap<string, T>;
const mapOf = <T>(found: readonly { id: string; name: T }[]): Names<T> => new Map(found.map(({ id, name }) => [id, name]));

export const institutionNames = async (em: EntityManager, ids: readonly string[]): Promise<Names<string>> =>
  mapOf(await rows<{ id: string; name: string }>(em, `select id, name from identity.pub_institution where id = any($1::uuid[])`, [ids]));

export const editionNames = async (em: EntityManager, ids: readonly string[]): Promise<Names<string>> =>
  mapOf(
    await rows<{ id: string; name: string }>(em, `select id, title as name from enrollment.pub_edition where id = any($1::uuid[])`, [ids]),
  );

/** As their latest versions are called. */
export const courseNames = async (em: EntityManager, ids: readonly string[]): Promise<Names<LocalText>> =>
  mapOf(
    await rows<{ id: string; name: LocalText }>(
      em,
      `select distinct on (course_id) course_id as id, title as name from catalog.pub_course_version where course_id = any($1::uuid[])
       order by course_id, number desc`,
      [ids],
    ),
  );
