import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, EnrollmentId, UnitCompletion, UnitId, UnitKind } from '@aula/contracts';
import { Ids, Problem, Work, found, row, type Recorder } from '@aula/platform';
import { standingTo, type EditionRow } from '../edition/edition.queries.js';
import { demandStanding } from '../edition/edition.service.js';
import type { EnrollmentState } from '../enrollment.entity.js';
import { mayReport } from '../enrollment.policy.js';
import { countCompleted, lockEnrollments, mergeReports, recompute, type Report } from './unit-progress.queries.js';

/** Units whose progress the learner reports; the others report themselves, or are graded or attended. */
const reportable: readonly UnitKind[] = ['page', 'video', 'file'];

interface Reporting extends Pick<EditionRow, 'opens_at' | 'closes_at' | 'time_zone'> {
  person_id: string;
  enrollment_state: EnrollmentState;
  state: EditionRow['state'];
  kind: UnitKind;
}

@Injectable()
export class UnitProgressService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /**
   * A learner has begun or finished a page, video or file. Problems: not-found; conflict `enrollment.unit-reports-itself`,
   * `enrollment.unit-is-attended`, `enrollment.not-active`, `enrollment.edition-not-open`, `enrollment.edition-closed`.
   */
  report(actor: Actor, enrollmentId: EnrollmentId, unitId: UnitId, { state }: UnitCompletion): Promise<void> {
    return this.work.run(async (em, record) => {
      const about = found(await reportingOf(em, enrollmentId, unitId));
      // whose enrollment it is not, for them it is not there
      if (!mayReport(actor, { personId: about.person_id, personPath: [] })) throw new Problem('not-found', 'not-found');
      if (about.kind === 'session') throw new Problem('conflict', 'enrollment.unit-is-attended');
      if (!reportable.includes(about.kind)) throw new Problem('conflict', 'enrollment.unit-reports-itself');
      if (!['active', 'completed'].includes(about.enrollment_state)) throw new Problem('conflict', 'enrollment.not-active');
      demandStanding(about, ['open']);
      const completed = state === 'completed';
      const report = { enrollmentId, unitId, completed, passed: false, failed: false, score: null, progress: completed ? 1 : 0 };
      await this.take(em, record, [report], reportable);
    });
  }

  /** Takes reports about units of these kinds into one transaction: marks, progress, completions with their fact and audit entry. */
  async take(em: EntityManager, record: Recorder, reports: readonly Report[], kinds: readonly UnitKind[]): Promise<void> {
    const enrollments = [...new Set(reports.map((report) => report.enrollmentId))];
    if (enrollments.length === 0) return;
    await lockEnrollments(em, enrollments);
    await mergeReports(em, reports, kinds);
    await this.recount(em, record, enrollments);
  }

  /** Works out the progress of enrollments, whose rows the caller holds, and completes those whose rule is fulfilled. */
  async recount(em: EntityManager, record: Recorder, enrollments: readonly string[]): Promise<void> {
    if (enrollments.length === 0) return;
    const completions = await recompute(
      em,
      enrollments,
      enrollments.map(() => this.ids.next()),
    );
    const completed = completions.map((each) => each.enrollmentId);
    record('completion.recorded', completions);
    record.audit('enrollment', 'completed', completed);
    record.audit(
      'completion',
      'recorded',
      completions.map((each) => each.completionId),
    );
    if (completed.length > 0) await countCompleted(em, completed);
  }
}

const reportingOf = (em: EntityManager, enrollmentId: EnrollmentId, unitId: UnitId): Promise<Reporting | undefined> =>
  row(
    em,
    `select e.person_id, e.state as enrollment_state, u.kind, ${standingTo('coalesce(e.extended_to, d.closes_at)')} as state, d.opens_at,
       coalesce(e.extended_to, d.closes_at) as closes_at, d.time_zone
     from enrollment.enrollment e
     join enrollment.edition d on d.id = e.edition_id
     join catalog.pub_unit u on u.course_version_id = d.course_version_id and u.id = $2
     where e.id = $1`,
    [enrollmentId, unitId],
  );
