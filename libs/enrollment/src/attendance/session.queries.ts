import type { EntityManager } from '@mikro-orm/postgresql';
import type { EditionId, EnrollmentId, LocalText, RollQuery, UnitId } from '@aula/contracts';
import { decodeCursor, rows, sortValue } from '@aula/platform';
import { folded, likeWords, parametersFrom } from '../search.queries.js';

export interface SessionRow {
  unit_id: UnitId;
  position: number;
  title: LocalText;
  required: boolean;
  attended: number;
  enrolled: number;
}
export interface RollRow {
  enrollment_id: EnrollmentId;
  given_name: string;
  family_name: string;
  institution: string | null;
  completed: boolean;
  recorded_at: string | null;
  /** What the roll is sorted by. */
  name: string;
}

/** The sessions of an edition, in the order of the course, with how many of those who are in it were there. */
export const sessionsOf = (em: EntityManager, editionId: EditionId): Promise<SessionRow[]> =>
  rows(
    em,
    `select u.id as unit_id, u.position, u.title, u.required, count(a.id) as attended, count(e.id) as enrolled
     from enrollment.edition d
     join catalog.pub_unit u on u.course_version_id = d.course_version_id and u.kind = 'session'
     left join enrollment.enrollment e on e.edition_id = d.id and e.state in ('active', 'completed')
     left join enrollment.attendance a on a.enrollment_id = e.id and a.unit_id = u.id and a.revoked_at is null
     where d.id = $1 group by u.id, u.position, u.title, u.required order by u.position`,
    [editionId],
  );

const name = `coalesce(${folded(`p.family_name || ' ' || p.given_name`)}, '') collate "C"`;

/** Everybody of the edition by family name, and since when they are down for the session; `limit + 1` rows. */
export const rollOf = (em: EntityManager, editionId: EditionId, unitId: UnitId, { q, cursor, limit }: RollQuery): Promise<RollRow[]> => {
  const { parameters, place } = parametersFrom([editionId, unitId]);
  const conditions = likeWords(q, `p.given_name || ' ' || p.family_name`, place);
  const after = decodeCursor(cursor, sortValue.text, sortValue.id);
  if (after) conditions.push(`(${name}, e.id) > (${place(after[0])}, ${place(after[1])}::uuid)`);
  return rows(
    em,
    `select e.id as enrollment_id, coalesce(p.given_name, '') as given_name, coalesce(p.family_name, '') as family_name,
       i.name as institution, e.state = 'completed' as completed, a.recorded_at, ${name} as name
     from enrollment.enrollment e
     left join enrollment.attendance a on a.enrollment_id = e.id and a.unit_id = $2 and a.revoked_at is null
     left join identity.pub_person p on p.id = e.person_id
     left join identity.pub_institution i on i.id = p.institution_id
     where ${[`e.edition_id = $1 and e.state in ('active', 'completed')`, ...conditions].join(' and ')}
     order by name, e.id limit ${limit + 1}`,
    parameters,
  );
};
