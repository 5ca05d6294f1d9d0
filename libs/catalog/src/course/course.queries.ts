import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  Actor,
  CompletionRule,
  CourseId,
  CourseQuery,
  CourseVersionId,
  CourseView,
  InstitutionId,
  Language,
  LocalText,
} from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { unitsOfDraft, unitsOfVersions, type UnitRow } from '../unit/unit.queries.js';
import { authorReach, mayAuthor, seesUnlisted, type CourseSubject } from './course.policy.js';
import { facetConditions } from './facet.queries.js';

/** A course as it is read: its draft, or its newest published version. */
export interface CourseRow {
  id: CourseId;
  code: string;
  title: LocalText;
  summary: LocalText | null;
  hours: number;
  languages: Language[];
  institution_id: InstitutionId | null;
  institution_path: string[];
  owner_id: string;
  public: boolean;
  completion: CompletionRule;
  version_id: CourseVersionId | null;
  version_number: number | null;
  published_at: string | null;
}

/** SQL: what is read of a course, from its draft or its version. */
export const columns = (texts: 'c' | 'v'): string => `
  c.id, ${texts}.code, ${texts}.title, ${texts}.summary, ${texts}.hours, ${texts}.languages, ${texts}.institution_id,
  coalesce(i.path, '{}') as institution_path, c.owner_id, c.public, ${texts}.completion,
  v.id as version_id, v.number as version_number, v.published_at`;
/** SQL: courses `c` with their newest version `v` and their institution `i`. */
export const from = `
  from catalog.course c
  left join catalog.course_version v on v.id = c.newest_version_id
  left join identity.pub_institution i on i.id = c.institution_id`;

/** SQL: may the person `$1` read the published version `v` of course `c`? `$2` says that all are visible to the reader. */
export const visibleTo = `(c.public or $2 or ${enrolledIn()})`;
/** SQL: may the person `$1` read what the units of version `v` say? Only who is enrolled, and who has a role in the network (`$2`). */
export const readableBy = `($2 or ${enrolledIn()})`;

/** SQL: may the person `$1` have the files of this course? Who is enrolled in any version of it, and who has a role in the network (`$2`). */
export const filesReadableIn = (courseId: string): string => `($2 or exists (
  select from enrollment.pub_enrollment n join catalog.course_version v on v.id = n.course_version_id
  where n.person_id = $1 and v.course_id = ${courseId} and n.state in ('active', 'completed')))`;

function enrolledIn(): string {
  return `exists (select from enrollment.pub_enrollment n
    where n.person_id = $1 and n.course_version_id = v.id and n.state in ('active', 'completed'))`;
}
/** Parameters `$1` and `$2` of `visibleTo`, `readableBy` and `filesReadableIn`. */
export const readerOf = (actor: Actor | undefined): [string | null, boolean] => [actor?.personId ?? null, seesUnlisted(actor)];

/** One page of courses, as the query asks: those that the actor may author, or the catalogue; `limit + 1` rows. */
export const coursesFor = (em: EntityManager, actor: Actor | undefined, query: CourseQuery): Promise<CourseRow[]> =>
  query.mine && actor ? authored(em, actor, query) : catalogue(em, actor, query);

/** The catalogue: the newest version of each published course that the reader may see, newest course first. */
const catalogue = (em: EntityManager, actor: Actor | undefined, query: CourseQuery): Promise<CourseRow[]> => {
  const { where, parameters } = filtersOf(query, 'v', readerOf(actor));
  return rows(
    em,
    `select ${columns('v')} ${from} where v.id is not null and ${visibleTo} ${where} order by c.id desc limit ${query.limit + 1}`,
    parameters,
  );
};

/** The drafts that the actor may author, newest first. */
const authored = (em: EntityManager, actor: Actor, query: CourseQuery): Promise<CourseRow[]> => {
  const { everything, owner, institutions, courses } = authorReach(actor);
  const { where, parameters } = filtersOf(query, 'c', [everything, owner, institutions, courses]);
  return rows(
    em,
    `select ${columns('c')} ${from}
     where ($1 or c.owner_id = $2 or coalesce(i.path, '{}') && $3::uuid[] or c.id = any($4::uuid[])) ${where}
     order by c.id desc limit ${query.limit + 1}`,
    parameters,
  );
};

/** A course with its units: the draft for its authors, else the newest published version, if the reader may see it. */
export const courseFor = async (
  em: EntityManager,
  actor: Actor | undefined,
  id: CourseId,
): Promise<{ course: CourseRow; units: UnitRow[]; authoring?: NonNullable<CourseView['authoring']> } | undefined> => {
  const draft = await row<CourseRow>(em, `select ${columns('c')} ${from} where c.id = $1`, [id]);
  if (draft && mayAuthor(actor, subjectOf(draft)))
    return { course: draft, units: await unitsOfDraft(em, id), authoring: await authoringOf(em, id) };
  const published = await row<CourseRow & { version_id: CourseVersionId }>(
    em,
    `select ${columns('v')} ${from} where c.id = $3 and v.id is not null and ${visibleTo}`,
    [...readerOf(actor), id],
  );
  return published && { course: published, units: await unitsOfVersions(em, [published.version_id]) };
};

/** What the authors of a draft know of it: who changed it last, and how its review stands. */
const authoringOf = async (em: EntityManager, id: CourseId): Promise<NonNullable<CourseView['authoring']>> =>
  (await row<NonNullable<CourseView['authoring']>>(
    em,
    `select c.revision, c.draft_revision as "draftRevision", c.changed_at as "changedAt",
       p.given_name || ' ' || p.family_name as "changedBy", c.review_required as "reviewRequired",
       case when r.state is null or r.state = 'withdrawn' then 'none'
         when r.state = 'approved' and r.revision <> c.draft_revision then 'outdated' else r.state end as review,
       c.published_revision is distinct from c.draft_revision as changed
     from catalog.course c
     left join identity.pub_person p on p.id = c.changed_by
     left join lateral (select r.state, r.revision from catalog.course_review r where r.course_id = c.id order by r.id desc limit 1) r on true
     where c.id = $1`,
    [id],
  ))!;

/** The course as rights see it. */
export const subjectOf = (course: CourseRow): CourseSubject => ({
  id: course.id,
  ownerId: course.owner_id,
  institutionPath: course.institution_path,
});

/** The institution with what is above it, root first; undefined when there is none. */
export const institutionPath = async (em: EntityManager, id: InstitutionId): Promise<string[] | undefined> =>
  (await row<{ path: string[] }>(em, `select path from identity.pub_institution where id = $1`, [id]))?.path;

/** Search words, language, institution with all below it, and the page's beginning as SQL over draft (`c`) or version (`v`). */
export const filtersOf = (query: CourseQuery, texts: 'c' | 'v', first: unknown[]) => {
  const { q, language, institution, cursor } = query;
  const parameters = [...first];
  const place = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = wordsOf(q).map((word) => `${texts}.search like '%' || catalog.fold(${place(word)}) || '%'`);
  if (language) conditions.push(`${place(language)} = any(${texts}.languages)`);
  if (institution)
    conditions.push(
      `${texts}.institution_id in (select id from identity.pub_institution where path @> array[${place(institution)}::uuid])`,
    );
  if (texts === 'v') conditions.push(...facetConditions(query, place));
  const after = decodeCursor(cursor, sortValue.id);
  if (after) conditions.push(`c.id < ${place(after[0])}::uuid`);
  return { where: conditions.map((each) => `and ${each}`).join(' '), parameters };
};

/** The words that must all be found, with what LIKE would take for a pattern made plain. */
const wordsOf = (q = ''): string[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));
