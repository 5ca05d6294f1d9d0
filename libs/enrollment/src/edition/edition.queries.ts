import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  Actor,
  CourseId,
  CourseVersionId,
  EditionChange,
  EditionId,
  EditionQuery,
  EditionView,
  InstitutionId,
  LocalText,
} from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { attestReach, seesOthers, sightOf } from '../enrollment.policy.js';
import { likeWords, parametersFrom } from '../search.queries.js';

export interface EditionRow {
  id: EditionId;
  course_version_id: CourseVersionId;
  course_id: CourseId;
  course_code: string;
  course_title: LocalText;
  title: string;
  mode: EditionView['mode'];
  opens_at: string;
  closes_at: string;
  time_zone: string;
  capacity: number | null;
  institution_id: InstitutionId | null;
  institution_path: string[] | null;
  state: EditionView['state'];
  enrolled: number;
  completed: number;
}

/** SQL: where edition `d` stands that closes at the instant `closes`, by the database's clock, which no host can skew. */
export const standingTo = (closes: string): string =>
  `case when clock_timestamp() < d.opens_at then 'planned' when clock_timestamp() < ${closes} then 'open' else 'closed' end`;

const select = `
  select d.id, d.course_version_id, v.course_id, v.code as course_code, v.title as course_title, d.title, d.mode, d.opens_at, d.closes_at,
    d.time_zone, d.capacity, d.institution_id, i.path as institution_path, ${standingTo('d.closes_at')} as state, d.enrolled, d.completed
  from enrollment.edition d
  join catalog.pub_course_version v on v.id = d.course_version_id
  left join identity.pub_institution i on i.id = d.institution_id`;

/** SQL: the editions that the actor may see: those they are enrolled in; by role those of the network, their branch, course or edition. */
const visibleTo = (actor: Actor, place: (value: unknown) => string): string => {
  const { everything, institutions, courses, editions } = sightOf(actor);
  if (everything) return 'true';
  const own = `exists (select from enrollment.enrollment n where n.edition_id = d.id and n.person_id = ${place(actor.personId)})`;
  if (!seesOthers(actor)) return own;
  return `(${own} or d.institution_id is null or i.path && ${place(institutions)}::uuid[]
    or v.course_id = any(${place(courses)}::uuid[]) or d.id = any(${place(editions)}::uuid[]))`;
};

/** SQL: the editions that the actor teaches or administers. */
const attestedBy = (actor: Actor, place: (value: unknown) => string): string => {
  const { everything, institutions, courses, editions } = attestReach(actor);
  if (everything) return 'true';
  return `(coalesce(i.path && ${place(institutions)}::uuid[], false) or v.course_id = any(${place(courses)}::uuid[])
    or d.id = any(${place(editions)}::uuid[]))`;
};

/** SQL: opens, or closes while it is open, within fourteen days. */
const isSoon = {
  opening: `d.opens_at between clock_timestamp() and clock_timestamp() + interval '14 days'`,
  closing: `d.opens_at <= clock_timestamp() and d.closes_at between clock_timestamp() and clock_timestamp() + interval '14 days'`,
} as const;

/** The editions that the actor may see, newest first; `limit + 1` rows. */
export const editionsFor = (em: EntityManager, actor: Actor, query: EditionQuery): Promise<EditionRow[]> => {
  const { courseId, q, state, soon, mine, cursor, limit } = query;
  const { parameters, place } = parametersFrom([]);
  const conditions = [visibleTo(actor, place)];
  const after = decodeCursor(cursor, sortValue.id);
  if (mine) conditions.push(attestedBy(actor, place));
  if (soon) conditions.push(isSoon[soon]);
  if (courseId) conditions.push(`v.course_id = ${place(courseId)}`);
  if (state) conditions.push(`${standingTo('d.closes_at')} = ${place(state)}`);
  if (after) conditions.push(`d.id < ${place(after[0])}::uuid`);
  const words = `d.title || ' ' || v.code || ' ' || concat_ws(' ', v.title->>'es', v.title->>'pt', v.title->>'en', v.title->>'fr')`;
  conditions.push(...likeWords(q, words, place));
  return rows(em, `${select} where ${conditions.join(' and ')} order by d.id desc limit ${limit + 1}`, parameters);
};

/** One edition, if the actor may see it. */
export const editionFor = (em: EntityManager, actor: Actor, id: EditionId): Promise<EditionRow | undefined> => {
  const { parameters, place } = parametersFrom([id]);
  return row(em, `${select} where d.id = $1 and ${visibleTo(actor, place)}`, parameters);
};

/** One edition, whoever asks. */
export const editionOf = (em: EntityManager, id: EditionId): Promise<EditionRow | undefined> => row(em, `${select} where d.id = $1`, [id]);

/** Changes an edition; what is left out stays. Its learners and places are counted in the same row. */
export const changeEdition = (em: EntityManager, id: EditionId, { title, opensAt, closesAt, capacity }: EditionChange): Promise<object[]> =>
  rows(
    em,
    `update enrollment.edition set title = coalesce($2, title), opens_at = coalesce($3, opens_at), closes_at = coalesce($4, closes_at),
       capacity = case when $5 then $6::int else capacity end where id = $1`,
    [id, title ?? null, opensAt ?? null, closesAt ?? null, capacity !== undefined, capacity ?? null],
  );

/** Holds an edition's row, and with it the number of its learners. */
export const holdEdition = (em: EntityManager, id: EditionId): Promise<object[]> =>
  rows(em, `select 1 from enrollment.edition where id = $1 for no key update`, [id]);

/** Ends an edition at this moment. */
export const closeEdition = (em: EntityManager, id: EditionId): Promise<object[]> =>
  rows(em, `update enrollment.edition set closes_at = clock_timestamp() where id = $1`, [id]);

/** Is there such a version, and such an institution, with what is above it? */
export const versionExists = async (em: EntityManager, id: CourseVersionId): Promise<boolean> =>
  (await row(em, `select 1 from catalog.pub_course_version where id = $1`, [id])) !== undefined;
export const institutionPath = async (em: EntityManager, id: string): Promise<string[] | undefined> =>
  (await row<{ path: string[] }>(em, `select path from identity.pub_institution where id = $1`, [id]))?.path;

export const keepEdition = (
  em: EntityManager,
  id: EditionId,
  edition: Pick<
    EditionRow,
    'course_version_id' | 'title' | 'mode' | 'opens_at' | 'closes_at' | 'time_zone' | 'capacity' | 'institution_id'
  >,
  createdBy: string,
): Promise<object[]> =>
  rows(
    em,
    `insert into enrollment.edition
       (id, course_version_id, title, mode, opens_at, closes_at, time_zone, capacity, institution_id, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, edition.course_version_id, edition.title, edition.mode, edition.opens_at, edition.closes_at, edition.time_zone],
      ...[edition.capacity, edition.institution_id, createdBy],
    ],
  );
