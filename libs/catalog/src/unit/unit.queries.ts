import type { EntityManager } from '@mikro-orm/postgresql';
import type { CourseId, CourseVersionId, LocalText, UnitContents, UnitId, UnitKind } from '@aula/contracts';
import { row, rows } from '@aula/platform';

export interface UnitRow {
  id: UnitId;
  position: number;
  kind: UnitKind;
  title: LocalText;
  required: boolean;
  contents: UnitContents;
}
const columns = 'u.id, u.position, u.kind, u.title, u.required';
/** The contents without the text of pages, which may be long. */
const outline = `case when u.kind = 'page'
  then (select coalesce(jsonb_object_agg(e.key, e.value - 'body'), '{}') from jsonb_each(u.contents) e)
  else u.contents end as contents`;

/** The units of a draft in their order, whole. */
export const unitsOfDraft = (em: EntityManager, courseId: CourseId): Promise<UnitRow[]> =>
  rows(em, `select ${columns}, u.contents from catalog.unit u where u.course_id = $1 order by u.position, u.id`, [courseId]);

export const unitOfDraft = (em: EntityManager, courseId: CourseId, id: UnitId): Promise<UnitRow | undefined> =>
  row(em, `select ${columns}, u.contents from catalog.unit u where u.course_id = $1 and u.id = $2`, [courseId, id]);

/** The units of published versions in their order, without the text of pages. */
export const unitsOfVersions = (
  em: EntityManager,
  ids: readonly CourseVersionId[],
): Promise<(UnitRow & { course_version_id: CourseVersionId })[]> =>
  rows(
    em,
    `select u.course_version_id, ${columns}, ${outline} from catalog.course_version_unit u
     where u.course_version_id = any($1::uuid[]) order by u.course_version_id, u.position, u.id`,
    [ids],
  );

/** Those of `fileIds` that are not files of the course. */
export const filesMissing = async (em: EntityManager, courseId: CourseId, fileIds: readonly string[]): Promise<string[]> => {
  if (fileIds.length === 0) return [];
  const missing = await rows<{ id: string }>(
    em,
    `select wanted.id from unnest($2::uuid[]) as wanted(id)
     where not exists (select from catalog.course_file f where f.id = wanted.id and f.course_id = $1)`,
    [courseId, fileIds],
  );
  return missing.map((each) => each.id);
};
