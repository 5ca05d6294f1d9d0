import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  DeadlinePut,
  EnrollmentId,
  EnrollmentList,
  EnrollmentQuery,
  EnrollmentView,
  UnitCompletion,
  UnitId,
  Withdrawal,
  type Actor,
  type Page,
  type UnitProgressView,
} from '@aula/contracts';
import { May, Signed, Work, found, pageOfRows } from '@aula/platform';
import { chosen, movesTo } from './enrollment.entity.js';
import { mayReinstate, mayReport, mayWithdraw } from './enrollment.policy.js';
import { enrollmentFor, enrollmentsFor, isOwn, unitsOf, type EnrollmentRow, type UnitProgressRow } from './enrollment.queries.js';
import { EnrollmentService } from './enrollment.service.js';
import { UnitProgressService } from './unit-progress/unit-progress.service.js';

@Controller('api/enrollment/enrollments')
export class EnrollmentController {
  constructor(
    private readonly enrollments: EnrollmentService,
    private readonly progress: UnitProgressService,
    private readonly work: Work,
  ) {}

  @Get()
  @May('enrollment.read', EnrollmentList)
  async list(@Signed() actor: Actor, @Query({ schema: EnrollmentQuery }) query: EnrollmentQuery): Promise<Page<EnrollmentView>> {
    const { listed, units } = await this.work.read(async (em) => {
      const listed = await enrollmentsFor(em, actor, query);
      const ids = isOwn(actor, query) ? listed.map((enrollment) => enrollment.id) : [];
      return { listed, units: await unitsOf(em, ids) };
    });
    return pageOfRows(
      listed,
      query.limit,
      (enrollment) => toView(enrollment, units, actor),
      (enrollment) => [enrollment.id],
    );
  }

  @Get(':id')
  @May('enrollment.read', EnrollmentView)
  read(@Signed() actor: Actor, @Param('id', { schema: EnrollmentId }) id: EnrollmentId): Promise<EnrollmentView> {
    return this.work.read(async (em) => toView(found(await enrollmentFor(em, actor, id)), await unitsOf(em, [id]), actor));
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @May('enrollment.withdraw', EnrollmentView)
  async withdraw(
    @Signed() actor: Actor,
    @Param('id', { schema: EnrollmentId }) id: EnrollmentId,
    @Body({ schema: Withdrawal }) body: Withdrawal,
  ): Promise<EnrollmentView> {
    await this.enrollments.withdraw(actor, id, body.reason);
    return this.read(actor, id);
  }

  @Post(':id/reinstatement')
  @HttpCode(200)
  @May('enrollment.reinstate', EnrollmentView)
  async reinstate(@Signed() actor: Actor, @Param('id', { schema: EnrollmentId }) id: EnrollmentId): Promise<EnrollmentView> {
    await this.enrollments.reinstate(actor, id);
    return this.read(actor, id);
  }

  @Put(':id/deadline')
  @May('enrollment.extend', EnrollmentView)
  async extend(
    @Signed() actor: Actor,
    @Param('id', { schema: EnrollmentId }) id: EnrollmentId,
    @Body({ schema: DeadlinePut }) body: DeadlinePut,
  ): Promise<EnrollmentView> {
    await this.enrollments.extend(actor, id, body.deadline);
    return this.read(actor, id);
  }

  @Put(':id/units/:unitId/progress')
  @May('enrollment.report', EnrollmentView)
  async report(
    @Signed() actor: Actor,
    @Param('id', { schema: EnrollmentId }) id: EnrollmentId,
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: UnitCompletion }) body: UnitCompletion,
  ): Promise<EnrollmentView> {
    await this.progress.report(actor, id, unitId, body);
    return this.read(actor, id);
  }
}

const toView = (enrollment: EnrollmentRow, units: readonly UnitProgressRow[], actor: Actor): EnrollmentView => ({
  id: enrollment.id,
  personId: enrollment.person_id,
  editionId: enrollment.edition_id,
  editionTitle: enrollment.edition_title,
  courseId: enrollment.course_id,
  courseVersionId: enrollment.course_version_id,
  courseTitle: enrollment.course_title,
  hours: enrollment.hours,
  state: enrollment.state,
  progress: enrollment.progress,
  opensAt: enrollment.opens_at,
  closesAt: enrollment.closes_at,
  timeZone: enrollment.time_zone,
  completedAt: enrollment.completed_at,
  units: units.filter((unit) => unit.enrollment_id === enrollment.id).map(toUnitView),
  ...(enrollment.given_name !== null && {
    person: { givenName: enrollment.given_name, familyName: enrollment.family_name ?? '', institution: enrollment.institution },
  }),
  may: rightsOver(enrollment, actor),
});

const toUnitView = (unit: UnitProgressRow): UnitProgressView => ({
  unitId: unit.id,
  position: unit.position,
  kind: unit.kind,
  title: unit.title,
  required: unit.required,
  state: unit.state,
  progress: unit.progress,
  score: unit.score,
  doneAt: unit.done_at,
  markedBy: unit.marked_by,
  quizId: chosen(unit.contents, 'quizId', unit.language),
  packageId: chosen(unit.contents, 'packageId', unit.language),
  ...(unit.starts_at !== null &&
    unit.ends_at !== null && { time: { startsAt: unit.starts_at, endsAt: unit.ends_at, place: unit.place ?? '' } }),
});

const rightsOver = ({ person_id: personId, person_path: personPath, state }: EnrollmentRow, actor: Actor): string[] => [
  ...(movesTo('withdrawn').includes(state) && mayWithdraw(actor, { personId, personPath }) ? ['enrollment.withdraw'] : []),
  ...(state === 'withdrawn' && mayReinstate(actor, { personId, personPath }) ? ['enrollment.reinstate'] : []),
  ...(state === 'active' && mayReinstate(actor, { personId, personPath }) ? ['enrollment.extend'] : []),
  ...(mayReport(actor, { personId, personPath }) ? ['enrollment.report'] : []),
];
