import type { EntityManager } from '@mikro-orm/postgresql';
import type { EditionId, EnrollmentId, LocalText, RollQuery, SessionTimePut, UnitId } from '@aula/contracts';
import { decodeCursor, rows, sortValue } from '@aula/platform';
import { folded, likeWords, parametersFrom } from '../search.queries.js';

export interface SessionRow {
  unit_id: UnitId;
  position: number;
  title: LocalText;
  required: boolean;
  attended: number;
  enrolled: number;
  time: { startsAt: string; endsAt: string; place: string } | null;
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
    `select u.id as unit_id, u.position, u.title, u.required, count(a.id) as attended, count(e.id) as enrolled,
       case when s.unit_id is not null then jsonb_build_object('startsAt', s.starts_at, 'endsAt', s.ends_at, 'place', s.place) end as time
     from enrollment.edition d
     join catalog.pub_unit u on u.course_version_id = d.course_version_id and u.kind = 'session'
     left join enrollment.session_time s on s.edition_id = d.id and s.unit_id = u.id
     left join enrollment.enrollment e on e.edition_id = d.id and e.state in ('active', 'completed')
     left join enrollment.attendance a on a.enrollment_id = e.id and a.unit_id = u.id and a.revoked_at is null
     where d.id = $1 group by u.id, u.position, u.title, u.required, s.edition_id, s.unit_id order by u.position`,
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

export const putSessionTime = (em: EntityManager, editionId: EditionId, unitId: UnitId, time: SessionTimePut): Promise<unknown> =>
  rows(
    em,
    `insert into enrollment.session_time as s (edition_id, unit_id, starts_at, ends_at, place) values ($1, $2, $3, $4, $5)
     on conflict (edition_id, unit_id) do update set starts_at = $3, ends_at = $4, place = $5, moved = s.moved + 1`,
    [editionId, unitId, time.startsAt, time.endsAt, time.place],
  );

export const removeSessionTime = (em: EntityManager, editionId: EditionId, unitId: UnitId): Promise<unknown> =>
  rows(em, 'delete from enrollment.session_time where edition_id = $1 and unit_id = $2', [editionId, unitId]);
