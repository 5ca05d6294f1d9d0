import type { EntityManager } from '@mikro-orm/postgresql';
import type { EditionId, EnrollmentId, PersonId, UnitId, UnitKind } from '@aula/contracts';
import { row, rows } from '@aula/platform';

export interface AttendanceRow {
  id: string;
  enrollment_id: EnrollmentId;
  recorded_at: string;
}
/** Whose attendance of which unit. */
export interface Attended {
  unitId: UnitId;
  enrollmentIds: readonly EnrollmentId[];
  by: PersonId;
}

/** The kind of a unit of the edition's version; undefined when it has no such unit. */
export const kindOf = async (em: EntityManager, editionId: EditionId, unitId: UnitId): Promise<UnitKind | undefined> =>
  (
    await row<{ kind: UnitKind }>(
      em,
      `select u.kind from enrollment.edition d join catalog.pub_unit u on u.course_version_id = d.course_version_id and u.id = $2
       where d.id = $1`,
      [editionId, unitId],
    )
  )?.kind;

/** How many of these enrollments are of the edition. */
export const countOf = async (em: EntityManager, editionId: EditionId, ids: readonly EnrollmentId[]): Promise<number> =>
  (await row<{ n: number }>(em, `select count(*) as n from enrollment.enrollment where edition_id = $1 and id = any($2::uuid[])`, [
    editionId,
    ids,
  ]))!.n;

/** Puts down who attended and is not down yet; `ids` are as many new ids as enrollments. */
export const putDown = (em: EntityManager, { unitId, enrollmentIds, by }: Attended, ids: readonly string[]): Promise<AttendanceRow[]> =>
  rows(
    em,
    `insert into enrollment.attendance (id, enrollment_id, unit_id, recorded_by)
     select i.id, e.id, $3, $4 from unnest($1::uuid[], $2::uuid[]) as i(id, enrollment_id)
     join enrollment.enrollment e on e.id = i.enrollment_id and e.state in ('active', 'completed') order by e.id
     on conflict (enrollment_id, unit_id) where revoked_at is null do nothing returning id, enrollment_id, recorded_at`,
    [ids, enrollmentIds, unitId, by],
  );

/** Takes back what was put down by mistake, and the progress that came of it; what has completed a course stays. */
export const takeBack = (em: EntityManager, { unitId, enrollmentIds, by }: Attended): Promise<AttendanceRow[]> =>
  rows(
    em,
    `with taken as (
       update enrollment.attendance a set revoked_by = $3, revoked_at = clock_timestamp() from enrollment.enrollment e
       where a.enrollment_id = any($1::uuid[]) and a.unit_id = $2 and a.revoked_at is null and e.id = a.enrollment_id and e.state = 'active'
       returning a.id, a.enrollment_id, a.recorded_at),
     undone as (
       delete from enrollment.unit_progress p using taken t where p.enrollment_id = t.enrollment_id and p.unit_id = $2)
     select * from taken`,
    [enrollmentIds, unitId, by],
  );

/** Who is down for a unit of an edition, behind enrollment `after`; `limit + 1` rows. */
export const attendanceOf = (
  em: EntityManager,
  editionId: EditionId,
  unitId: UnitId,
  page: { after: string | null; limit: number },
): Promise<AttendanceRow[]> =>
  rows(
    em,
    `select a.id, a.enrollment_id, a.recorded_at from enrollment.enrollment e
     join enrollment.attendance a on a.enrollment_id = e.id and a.unit_id = $2 and a.revoked_at is null
     where e.edition_id = $1 and ($3::uuid is null or e.id > $3) order by e.id limit $4`,
    [editionId, unitId, page.after, page.limit + 1],
  );
