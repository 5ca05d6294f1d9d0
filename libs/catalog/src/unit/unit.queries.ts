import type { EntityManager } from '@mikro-orm/postgresql';
import type { CourseId, CourseVersionId, LocalText, PersonId, UnitContents, UnitId, UnitKind } from '@aula/contracts';
import { change, row, rows } from '@aula/platform';

export interface UnitRow {
  id: UnitId;
  position: number;
  kind: UnitKind;
  title: LocalText;
  required: boolean;
  contents: UnitContents;
  revision?: number;
}
const columns = 'u.id, u.position, u.kind, u.title, u.required';
/** The contents without the text of pages and of what videos say, which may be long. */
const outline = `case when u.kind in ('page', 'video')
  then (select coalesce(jsonb_object_agg(e.key, e.value - 'body' - 'transcript'), '{}') from jsonb_each(u.contents) e)
  else u.contents end as contents`;

/** The units of a draft in their order, whole. */
export const unitsOfDraft = (em: EntityManager, courseId: CourseId): Promise<UnitRow[]> =>
  rows(em, `select ${columns}, u.contents, u.revision from catalog.unit u where u.course_id = $1 order by u.position, u.id`, [courseId]);

export const unitOfDraft = (em: EntityManager, courseId: CourseId, id: UnitId): Promise<UnitRow | undefined> =>
  row(em, `select ${columns}, u.contents, u.revision from catalog.unit u where u.course_id = $1 and u.id = $2`, [courseId, id]);

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

/** Takes a unit out of the draft and keeps it beside. Returns how many were taken out: 0 or 1. */
export const setAside = (em: EntityManager, courseId: CourseId, id: UnitId, by: PersonId): Promise<number> =>
  change(
    em,
    `with gone as (delete from catalog.unit where course_id = $1 and id = $2 returning *)
     insert into catalog.removed_unit (id, course_id, position, kind, title, contents, required, texts_at, removed_by)
     select id, course_id, position, kind, title, contents, required, texts_at, $3 from gone
     on conflict (id) do update set position = excluded.position, title = excluded.title, contents = excluded.contents,
       required = excluded.required, texts_at = excluded.texts_at, removed_by = excluded.removed_by, removed_at = clock_timestamp()`,
    [courseId, id, by],
  );

/** Puts a unit that was taken out back to its place, before what stands there now. Returns how many came back: 0 or 1. */
export const putBack = async (em: EntityManager, courseId: CourseId, id: UnitId, by: PersonId): Promise<number> => {
  await change(
    em,
    `update catalog.unit u set position = u.position + 1 from catalog.removed_unit r
     where r.id = $2 and r.course_id = $1 and u.course_id = $1 and u.position >= r.position`,
    [courseId, id],
  );
  return change(
    em,
    `with back as (delete from catalog.removed_unit where course_id = $1 and id = $2 returning *)
     insert into catalog.unit (id, course_id, position, kind, title, contents, required, texts_at, changed_by)
     select id, course_id, position, kind, title, contents, required, texts_at, $3 from back`,
    [courseId, id, by],
  );
};
