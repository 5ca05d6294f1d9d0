import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, CompletionRule, CourseId, CourseVersionId, Language, LocalText, UnitId } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { readableBy, readerOf, visibleTo } from '../course/course.queries.js';
import type { UnitRow } from '../unit/unit.queries.js';
import type { Neighbours } from './publication.entity.js';

export interface CourseVersionRow {
  id: CourseVersionId;
  course_id: CourseId;
  number: number;
  code: string;
  title: LocalText;
  summary: LocalText | null;
  hours: number;
  languages: Language[];
  completion: CompletionRule;
  published_at: string;
}
const columns = 'v.id, v.course_id, v.number, v.code, v.title, v.summary, v.hours, v.languages, v.completion, v.published_at';

/** The versions of a course that the reader may see, newest first; `limit + 1` rows below number `before`. */
export const versionsOf = (
  em: EntityManager,
  actor: Actor | undefined,
  courseId: CourseId,
  page: { before: number | null; limit: number },
): Promise<CourseVersionRow[]> =>
  rows(
    em,
    `select ${columns} from catalog.course_version v join catalog.course c on c.id = v.course_id
     where v.course_id = $3 and ($4::int is null or v.number < $4) and ${visibleTo} order by v.number desc limit $5`,
    [...readerOf(actor), courseId, page.before, page.limit + 1],
  );

export const versionOf = (em: EntityManager, actor: Actor | undefined, id: CourseVersionId): Promise<CourseVersionRow | undefined> =>
  row(em, `select ${columns} from catalog.course_version v join catalog.course c on c.id = v.course_id where v.id = $3 and ${visibleTo}`, [
    ...readerOf(actor),
    id,
  ]);

/** One unit of a version, whole, if the reader may read what it says. */
export const unitOf = (em: EntityManager, actor: Actor, versionId: CourseVersionId, id: UnitId): Promise<UnitRow | undefined> =>
  row(
    em,
    `select u.id, u.position, u.kind, u.title, u.required, u.contents
     from catalog.course_version_unit u join catalog.course_version v on v.id = u.course_version_id
     where v.id = $3 and u.id = $4 and ${readableBy}`,
    [...readerOf(actor), versionId, id],
  );

/** Which of the packages and quizzes of these units are there to be used. */
export const neighboursOf = async (em: EntityManager, units: readonly UnitRow[]): Promise<Neighbours> => {
  const contents = units.flatMap((unit) => Object.values(unit.contents));
  const named = (member: 'packageId' | 'quizId'): string[] => [...new Set(contents.flatMap((each) => each?.[member] ?? []))];
  const ready = await rows<{ id: string }>(em, `select id from content.pub_package where state = 'ready' and id = any($1::uuid[])`, [
    named('packageId'),
  ]);
  const quizzes = await rows<{ id: string }>(em, `select id from assessment.pub_quiz where id = any($1::uuid[])`, [named('quizId')]);
  return { readyPackages: new Set(ready.map(({ id }) => id)), quizzes: new Set(quizzes.map(({ id }) => id)) };
};

/** Writes a version and its units as copies of the draft, as it stands in this transaction. */
export const publishDraft = async (
  em: EntityManager,
  version: { id: CourseVersionId; courseId: CourseId; number: number; publishedBy: string },
): Promise<void> => {
  await rows(
    em,
    `insert into catalog.course_version
       (id, course_id, number, code, title, summary, hours, languages, completion, institution_id, published_by)
     select $1, id, $3, code, title, summary, hours, languages, completion, institution_id, $4 from catalog.course where id = $2`,
    [version.id, version.courseId, version.number, version.publishedBy],
  );
  await rows(
    em,
    `insert into catalog.course_version_unit (course_version_id, id, position, kind, title, contents, required, counts)
     select $1, u.id, row_number() over (order by u.position, u.id), u.kind, u.title, u.contents, u.required,
       case when c.completion->>'units' = 'required' then u.required else c.completion->'units' ? u.id::text end
     from catalog.unit u join catalog.course c on c.id = u.course_id where c.id = $2`,
    [version.id, version.courseId],
  );
};
