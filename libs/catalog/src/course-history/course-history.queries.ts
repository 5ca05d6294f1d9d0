import type { EntityManager } from '@mikro-orm/postgresql';
import type { CourseId, DraftCopyId, DraftOrVersion, PersonId } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { unitsOfDraft, type UnitRow } from '../unit/unit.queries.js';
import type { CourseState } from './difference.entity.js';

const columns = 'code, title, summary, hours, languages, completion';

/** The draft or a version of the course, whole; undefined when the course has no such version. */
export const stateOf = async (em: EntityManager, courseId: CourseId, which: DraftOrVersion): Promise<CourseState | undefined> => {
  if (which === 'draft') {
    const course = await row<Omit<CourseState, 'units'>>(em, `select ${columns} from catalog.course where id = $1`, [courseId]);
    return course && { ...course, units: await unitsOfDraft(em, courseId) };
  }
  const version = await row<Omit<CourseState, 'units'>>(
    em,
    `select ${columns} from catalog.course_version where course_id = $1 and id = $2`,
    [courseId, which],
  );
  const units = `select id, position, kind, title, required, contents from catalog.course_version_unit where course_version_id = $1 order by position, id`;
  return version && { ...version, units: await rows<UnitRow>(em, units, [which]) };
};

/** Keeps what the draft is, whole. */
export const copyDraft = (em: EntityManager, id: DraftCopyId, courseId: CourseId, by: PersonId): Promise<object[]> =>
  rows(
    em,
    `insert into catalog.draft_copy (id, course_id, made_by, course, units)
     select $1, c.id, $3, jsonb_build_object('code', c.code, 'title', c.title, 'summary', c.summary, 'hours', c.hours,
         'languages', c.languages, 'completion', c.completion),
       coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'position', u.position, 'kind', u.kind, 'title', u.title,
         'contents', u.contents, 'required', u.required) order by u.position, u.id) from catalog.unit u where u.course_id = c.id), '[]')
     from catalog.course c where c.id = $2`,
    [id, courseId, by],
  );

/** What a copy of the draft holds. */
export const copyOf = async (em: EntityManager, courseId: CourseId, id: DraftCopyId): Promise<CourseState | undefined> => {
  const copy = await row<{ course: Omit<CourseState, 'units'>; units: UnitRow[] }>(
    em,
    `select course, units from catalog.draft_copy where course_id = $1 and id = $2`,
    [courseId, id],
  );
  return copy && { ...copy.course, units: copy.units };
};

/** The versions' units, as the draft's: those that stay keep their counts of changes, which go up. */
export const replaceUnits = async (em: EntityManager, courseId: CourseId, by: PersonId, units: readonly UnitRow[]): Promise<void> => {
  const ids = units.map(({ id }) => id);
  await rows(em, `delete from catalog.unit where course_id = $1 and not (id = any($2::uuid[]))`, [courseId, ids]);
  await rows(em, `delete from catalog.removed_unit where course_id = $1 and id = any($2::uuid[])`, [courseId, ids]);
  await rows(
    em,
    `insert into catalog.unit (id, course_id, position, kind, title, contents, required, changed_by, changed_at)
     select w.id, $1, w.position, w.kind, w.title, w.contents, w.required, $2, date_trunc('milliseconds', clock_timestamp())
     from jsonb_to_recordset($3::jsonb) as w(id uuid, position int, kind text, title jsonb, contents jsonb, required boolean)
     on conflict (id) do update set position = excluded.position, title = excluded.title, contents = excluded.contents,
       required = excluded.required, revision = unit.revision + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [courseId, by, JSON.stringify(units)],
  );
};
