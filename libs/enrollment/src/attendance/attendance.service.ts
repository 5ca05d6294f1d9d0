import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, AttendancePut, EditionId, EnrollmentId, PageQuery, RollQuery, UnitId } from '@aula/contracts';
import { Ids, Problem, Work, decodeCursor, ensure, found, sortValue, type Recorder } from '@aula/platform';
import { editionFor, type EditionRow } from '../edition/edition.queries.js';
import { demandStanding, invalid } from '../edition/edition.service.js';
import { mayAttest } from '../enrollment.policy.js';
import { lockEnrollments } from '../unit-progress/unit-progress.queries.js';
import { UnitProgressService } from '../unit-progress/unit-progress.service.js';
import { attendanceOf, countOf, kindOf, putDown, takeBack, type AttendanceRow, type Attended } from './attendance.queries.js';
import { rollOf, sessionsOf, type RollRow, type SessionRow } from './session.queries.js';

/** Who was at a session: what a person attests counts as proof, as what the server grades does (DESIGN, law 8). */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly progress: UnitProgressService,
  ) {}

  /**
   * Puts people down for a session of an edition that has opened, or takes them off it. Returns how many marks changed. Problems:
   * not-found; forbidden; conflict `enrollment.unit-is-no-session`, `enrollment.edition-not-open`; invalid `enrollment.not-of-edition`.
   */
  put(actor: Actor, editionId: EditionId, unitId: UnitId, { enrollmentIds, attended }: AttendancePut): Promise<number> {
    return this.work.run(async (em, record) => {
      demandStanding(await attestableSession(em, actor, editionId, unitId), ['open', 'closed']);
      const ids = [...new Set(enrollmentIds)];
      await lockEnrollments(em, ids);
      if ((await countOf(em, editionId, ids)) < ids.length) throw invalid('enrollmentIds', 'enrollment.not-of-edition');
      const who = { unitId, enrollmentIds: ids, by: actor.personId };
      return attended ? this.putDown(em, record, who) : this.takeBack(em, record, who);
    });
  }

  /** Those who are down. Problems: not-found; forbidden; conflict `enrollment.unit-is-no-session`. */
  list(actor: Actor, editionId: EditionId, unitId: UnitId, { cursor, limit }: PageQuery): Promise<AttendanceRow[]> {
    return this.work.read(async (em) => {
      await attestableSession(em, actor, editionId, unitId);
      const [after] = decodeCursor(cursor, sortValue.id) ?? [null];
      return attendanceOf(em, editionId, unitId, { after, limit });
    });
  }

  /** The sessions of an edition and how many were at each. Problems: not-found; forbidden. */
  sessions(actor: Actor, editionId: EditionId): Promise<SessionRow[]> {
    return this.work.read(async (em) => {
      await attestable(em, actor, editionId);
      return sessionsOf(em, editionId);
    });
  }

  /** Everybody of the edition in order of their names, and who is down. Problems: not-found; forbidden; conflict `enrollment.unit-is-no-session`. */
  roll(actor: Actor, editionId: EditionId, unitId: UnitId, query: RollQuery): Promise<RollRow[]> {
    return this.work.read(async (em) => {
      await attestableSession(em, actor, editionId, unitId);
      return rollOf(em, editionId, unitId, query);
    });
  }

  /** Problems: not-found; forbidden; conflict `enrollment.unit-is-no-session`. */
  async demandSession(em: EntityManager, actor: Actor, editionId: EditionId, unitId: UnitId): Promise<void> {
    await attestableSession(em, actor, editionId, unitId);
  }

  private async putDown(em: EntityManager, record: Recorder, who: Attended): Promise<number> {
    const marks = await putDown(
      em,
      who,
      who.enrollmentIds.map(() => this.ids.next()),
    );
    record.audit('attendance', 'recorded', idsOf(marks));
    const reports = enrollmentsOf(marks).map((enrollmentId) => ({ enrollmentId, unitId: who.unitId, ...attendance }));
    await this.progress.take(em, record, reports, ['session']);
    return marks.length;
  }

  private async takeBack(em: EntityManager, record: Recorder, who: Attended): Promise<number> {
    const marks = await takeBack(em, who);
    record.audit('attendance', 'revoked', idsOf(marks));
    await this.progress.recount(em, record, enrollmentsOf(marks));
    return marks.length;
  }
}

const attendance = { completed: true, passed: false, failed: false, score: null, progress: 1 };
const idsOf = (marks: readonly AttendanceRow[]): string[] => marks.map(({ id }) => id);
const enrollmentsOf = (marks: readonly AttendanceRow[]): EnrollmentId[] => marks.map((mark) => mark.enrollment_id);

/** The edition, if the actor may say who was at its sessions. */
const attestable = async (em: EntityManager, actor: Actor, id: EditionId): Promise<EditionRow> => {
  const edition = found(await editionFor(em, actor, id));
  const { course_id: courseId, institution_path: institutionPath } = edition;
  ensure(mayAttest(actor, { id, courseId, institutionPath }), 'edition.attest');
  return edition;
};

/** The edition, if the unit is a session of it that the actor may speak about. */
const attestableSession = async (em: EntityManager, actor: Actor, editionId: EditionId, unitId: UnitId): Promise<EditionRow> => {
  const edition = await attestable(em, actor, editionId);
  if (found(await kindOf(em, editionId, unitId)) !== 'session') throw new Problem('conflict', 'enrollment.unit-is-no-session');
  return edition;
};
