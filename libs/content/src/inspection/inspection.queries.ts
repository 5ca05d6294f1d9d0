import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  Actor,
  ContentAttemptId,
  ContentAttemptQuery,
  EditionId,
  EnrollmentId,
  LocalText,
  PackageId,
  PersonId,
  UnitId,
} from '@aula/contracts';
import type { ScoResult } from '@aula/scorm';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { inspectionSight, type InspectedAttempt } from './inspection.policy.js';

export interface InspectedRow extends ScoResult {
  id: ContentAttemptId;
  enrollment_id: EnrollmentId;
  edition_id: EditionId;
  edition_title: string;
  course_id: string;
  unit_id: UnitId;
  unit_title: LocalText;
  person_id: PersonId;
  person_path: string[];
  given_name: string | null;
  family_name: string | null;
  package_id: PackageId;
  package_title: string | null;
  number: number;
  epoch: number;
  last_seq: number;
  open_sco: string | null;
  opened_at: string;
  leased_at: string | null;
  busy: boolean;
  quarantined: number;
  overfull: boolean;
}

/** The attempt as rights see it. */
export const subjectOf = (it: InspectedRow): InspectedAttempt => ({
  personId: it.person_id,
  personPath: it.person_path,
  courseId: it.course_id,
  editionId: it.edition_id,
});

type Place = (value: unknown) => string;

const select = `
  select a.id, a.enrollment_id, e.edition_id, d.title as edition_title, v.course_id, a.unit_id,
    coalesce(u.title, v.title) as unit_title, a.person_id, coalesce(p.institution_path, '{}') as person_path, p.given_name, p.family_name,
    a.package_id, k.title as package_title, a.number, a.epoch, a.last_seq, a.open_sco, a.opened_at, a.leased_at,
    coalesce(a.busy_until > clock_timestamp(), false) as busy, a.completion, a.success, a.scaled, a.progress, a.seconds,
    a.overfull, (select count(*) from content.quarantine q where q.attempt_id = a.id) as quarantined
  from enrollment.pub_enrollment e
  join content.attempt a on a.enrollment_id = e.id
  join enrollment.pub_edition d on d.id = e.edition_id
  join catalog.pub_course_version v on v.id = e.course_version_id
  join content.package k on k.id = a.package_id
  left join catalog.pub_unit u on u.course_version_id = e.course_version_id and u.id = a.unit_id
  left join identity.pub_person p on p.id = a.person_id`;

/** SQL: the attempts that the actor may look into: by role those of their courses and editions, or of their branch's people. */
const visibleTo = (actor: Actor, place: Place): string => {
  const { everything, institutions, courses, editions } = inspectionSight(actor);
  if (everything) return 'true';
  return `(p.institution_path && ${place(institutions)}::uuid[] or v.course_id = any(${place(courses)}::uuid[])
    or e.edition_id = any(${place(editions)}::uuid[]))`;
};

/** One page of attempts in the order of enrollment; `limit + 1` rows. */
export const inspectedFor = (em: EntityManager, actor: Actor, query: ContentAttemptQuery): Promise<InspectedRow[]> => {
  const parameters: unknown[] = [query.limit + 1];
  const place: Place = (value) => `$${parameters.push(value)}`;
  const conditions = ['a.retracted_at is null', visibleTo(actor, place)];
  if (query.editionId) conditions.push(`e.edition_id = ${place(query.editionId)}`);
  if (query.enrollmentId) conditions.push(`e.id = ${place(query.enrollmentId)}`);
  if (query.personId) conditions.push(`e.person_id = ${place(query.personId)}`);
  if (query.unitId) conditions.push(`a.unit_id = ${place(query.unitId)}`);
  const after = decodeCursor(query.cursor, sortValue.id, sortValue.id, sortValue.integer);
  if (after) {
    const [enrollment, unit, number] = after.map(place);
    // said twice: by the first column alone the database begins where the page does
    conditions.push(`e.id >= ${enrollment}::uuid and (e.id, a.unit_id, a.number) > (${enrollment}::uuid, ${unit}::uuid, ${number}::int)`);
  }
  return rows(em, `${select} where ${conditions.join(' and ')} order by e.id, a.unit_id, a.number limit $1`, parameters);
};

/** One attempt, if the actor may look into it. */
export const inspectedOf = (em: EntityManager, actor: Actor, id: ContentAttemptId): Promise<InspectedRow | undefined> => {
  const parameters: unknown[] = [id];
  return row(em, `${select} where a.id = $1 and ${visibleTo(actor, (value) => `$${parameters.push(value)}`)}`, parameters);
};
