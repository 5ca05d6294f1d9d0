import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  Actor,
  CourseId,
  CourseVersionId,
  EditionId,
  EnrollmentId,
  EnrollmentQuery,
  Language,
  LocalText,
  PersonId,
  UnitContents,
  UnitId,
  UnitKind,
  UnitProgressView,
} from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { likeWords, parametersFrom } from './search.queries.js';
import type { EnrollmentState } from './enrollment.entity.js';
import { seesOthers, sightOf } from './enrollment.policy.js';
import { stateOf } from './unit-progress/unit-progress.queries.js';

export interface EnrollmentRow {
  id: EnrollmentId;
  person_id: PersonId;
  edition_id: EditionId;
  edition_title: string;
  course_id: CourseId;
  course_version_id: CourseVersionId;
  course_title: LocalText;
  hours: number;
  state: EnrollmentState;
  progress: number;
  opens_at: string;
  closes_at: string;
  time_zone: string;
  completed_at: string | null;
  given_name: string | null;
  family_name: string | null;
  institution: string | null;
  person_path: string[];
}

const select = `
  select e.id, e.person_id, e.edition_id, d.title as edition_title, v.course_id, d.course_version_id, v.title as course_title, v.hours,
    e.state, e.progress, d.opens_at, coalesce(e.extended_to, d.closes_at) as closes_at, d.time_zone, c.completed_at, p.given_name, p.family_name, i.name as institution,
    coalesce(p.institution_path, '{}') as person_path
  from enrollment.enrollment e
  join enrollment.edition d on d.id = e.edition_id
  join catalog.pub_course_version v on v.id = d.course_version_id
  left join enrollment.completion c on c.enrollment_id = e.id and c.voided_at is null
  left join identity.pub_person p on p.id = e.person_id
  left join identity.pub_institution i on i.id = p.institution_id`;

type Place = (value: unknown) => string;

/** SQL: the enrollments that the actor may see: by role those of their branch's people, their course or edition; and their `own`. */
const visibleTo = (actor: Actor, place: Place, own = true): string => {
  const { everything, institutions, courses, editions } = sightOf(actor);
  if (everything) return 'true';
  const parts = own ? [`e.person_id = ${place(actor.personId)}`] : [];
  if (institutions.length > 0) parts.push(ofBranch(institutions, place));
  if (courses.length > 0) parts.push(`v.course_id = any(${place(courses)}::uuid[])`);
  if (editions.length > 0) parts.push(`e.edition_id = any(${place(editions)}::uuid[])`);
  return `(${parts.join(' or ')})`;
};
const ofBranch = (institutions: readonly string[], place: Place): string =>
  `p.institution_id in (select b.id from identity.pub_institution b where b.path && ${place(institutions)}::uuid[])`;

/** A learner's own enrollments, newest first; `limit + 1` rows. */
const own = (em: EntityManager, actor: Actor, query: EnrollmentQuery): Promise<EnrollmentRow[]> => {
  const { parameters, place } = parametersFrom([actor.personId]);
  const conditions = ['e.person_id = $1', ...filters(query, place)];
  const after = decodeCursor(query.cursor, sortValue.id);
  if (after) conditions.push(`e.id < ${place(after[0])}::uuid`);
  return rows(em, `${select} where ${conditions.join(' and ')} order by e.id desc limit ${query.limit + 1}`, parameters);
};

/** The roster of an edition, or whatever else the actor may see, in order of enrollment; `limit + 1` rows. */
const roster = (em: EntityManager, actor: Actor, query: EnrollmentQuery): Promise<EnrollmentRow[]> => {
  const { parameters, place } = parametersFrom([]);
  // in a roster one's own row is left out unless the role shows it: a branch of a hundred is then found from its people, not by
  // reading through 200,000 enrollments
  const conditions = [visibleTo(actor, place, query.editionId === undefined), ...filters(query, place)];
  const after = decodeCursor(query.cursor, sortValue.id);
  if (after) conditions.push(`e.id > ${place(after[0])}::uuid`);
  conditions.push(...likeWords(query.q, `p.given_name || ' ' || p.family_name`, place));
  return rows(em, `${select} where ${conditions.join(' and ')} order by e.id limit ${query.limit + 1}`, parameters);
};

/** One page of enrollments, as the query asks: a learner's own, or a roster. */
export const enrollmentsFor = (em: EntityManager, actor: Actor, query: EnrollmentQuery): Promise<EnrollmentRow[]> =>
  isOwn(actor, query) ? own(em, actor, query) : roster(em, actor, query);

/** True when the query asks for nobody but the actor. */
export const isOwn = (actor: Actor, query: EnrollmentQuery): boolean => query.mine === true || !seesOthers(actor);

/** One enrollment, if the actor may see it. */
export const enrollmentFor = (em: EntityManager, actor: Actor, id: EnrollmentId): Promise<EnrollmentRow | undefined> => {
  const { parameters, place } = parametersFrom([id]);
  return row(em, `${select} where e.id = $1 and ${visibleTo(actor, place)}`, parameters);
};

const filters = ({ editionId, personId, state }: EnrollmentQuery, place: Place): string[] => [
  ...(editionId ? [`e.edition_id = ${place(editionId)}`] : []),
  ...(personId ? [`e.person_id = ${place(personId)}`] : []),
  ...(state ? [`e.state = ${place(state)}`] : []),
];

export interface UnitProgressRow {
  enrollment_id: EnrollmentId;
  id: UnitId;
  position: number;
  kind: UnitKind;
  title: LocalText;
  required: boolean;
  contents: UnitContents | null;
  language: Language;
  state: UnitProgressView['state'];
  progress: number;
  score: number | null;
  done_at: string | null;
  marked_by: string | null;
  /** When and where a session takes place; null until that is known. */
  starts_at: string | null;
  ends_at: string | null;
  place: string | null;
}

/** The units of enrollments in their order, with what was done in them and the learner's language. */
export const unitsOf = (em: EntityManager, enrollments: readonly EnrollmentId[]): Promise<UnitProgressRow[]> =>
  rows(
    em,
    `select e.id as enrollment_id, u.id, u.position, u.kind, u.title, u.required, coalesce(w.language, 'es') as language,
       case when u.kind in ('scorm', 'quiz') then u.contents end as contents, ${stateOf} as state,
       case when p.completed or p.passed then 1 else coalesce(p.progress, 0) end as progress, case when p.score < 0 then 0 else p.score end as score,
       case when p.completed or p.passed then p.changed_at end as done_at, nullif(concat_ws(' ', m.given_name, m.family_name), '') as marked_by,
       s.starts_at, s.ends_at, s.place
     from enrollment.enrollment e
     join enrollment.edition d on d.id = e.edition_id
     join catalog.pub_unit u on u.course_version_id = d.course_version_id
     left join enrollment.unit_progress p on p.enrollment_id = e.id and p.unit_id = u.id
     left join enrollment.session_time s on s.edition_id = e.edition_id and s.unit_id = u.id
     left join enrollment.attendance a on a.enrollment_id = e.id and a.unit_id = u.id and a.revoked_at is null and u.kind = 'session'
     left join identity.pub_person m on m.id = a.recorded_by
     left join identity.pub_person w on w.id = e.person_id
     where e.id = any($1::uuid[]) order by e.id, u.position`,
    [enrollments],
  );

/** Ends an enrollment out of one of the states `from`, and frees its place. False when it is in none of them. */
export const leave = async (em: EntityManager, id: EnrollmentId, reason: string, from: readonly EnrollmentState[]): Promise<boolean> => {
  const left = await row<{ edition_id: EditionId }>(
    em,
    `update enrollment.enrollment set state = 'withdrawn', withdrawn_at = clock_timestamp(), withdrawal_reason = $2
     where id = $1 and state = any($3::text[]) returning edition_id`,
    [id, reason, from],
  );
  if (left) await rows(em, `update enrollment.edition set enrolled = enrolled - 1 where id = $1`, [left.edition_id]);
  return left !== undefined;
};

/** Takes a withdrawal back, and the place of the edition that was free. False when there is none to take back. */
export const rejoin = async (em: EntityManager, id: EnrollmentId): Promise<boolean> => {
  const back = await row<{ edition_id: EditionId }>(
    em,
    `update enrollment.enrollment set state = 'active', withdrawn_at = null, withdrawal_reason = null
     where id = $1 and state = 'withdrawn' returning edition_id`,
    [id],
  );
  if (back) await rows(em, `update enrollment.edition set enrolled = enrolled + 1 where id = $1`, [back.edition_id]);
  return back !== undefined;
};

/** Gives an enrollment that is under way a deadline of its own, later than now and than the opening; null: the edition's. */
export const extend = async (em: EntityManager, id: EnrollmentId, deadline: string | null): Promise<boolean> =>
  (await row(
    em,
    `update enrollment.enrollment e set extended_to = $2 from enrollment.edition d
     where e.id = $1 and d.id = e.edition_id and ($2::timestamptz is null or $2 > greatest(d.opens_at, clock_timestamp())) returning e.id`,
    [id, deadline],
  )) !== undefined;
