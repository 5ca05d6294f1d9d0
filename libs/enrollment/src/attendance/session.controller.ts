import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import {
  EditionId,
  RollList,
  RollQuery,
  SessionList,
  SessionTimePut,
  UnitId,
  type Actor,
  type Page,
  type RollEntryView,
  type SessionView,
} from '@aula/contracts';
import { May, Signed, pageOfRows } from '@aula/platform';
import { AttendanceService } from './attendance.service.js';
import { SessionTimes } from './session-time.service.js';
import type { RollRow, SessionRow } from './session.queries.js';

@Controller('api/enrollment/editions/:id')
export class SessionController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly times: SessionTimes,
  ) {}

  @Get('sessions')
  @May('edition.attest', SessionList)
  async sessions(@Signed() actor: Actor, @Param('id', { schema: EditionId }) id: EditionId): Promise<Page<SessionView>> {
    return { items: (await this.attendance.sessions(actor, id)).map(toSession), next: null };
  }

  @Put('units/:unitId/time')
  @HttpCode(204)
  @May('edition.attest', undefined, { status: 204 })
  putTime(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: SessionTimePut }) body: SessionTimePut,
  ): Promise<void> {
    return this.times.put(actor, id, unitId, body);
  }

  @Delete('units/:unitId/time')
  @HttpCode(204)
  @May('edition.attest', undefined, { status: 204 })
  removeTime(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
  ): Promise<void> {
    return this.times.remove(actor, id, unitId);
  }

  @Get('units/:unitId/roll')
  @May('edition.attest', RollList)
  async roll(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Query({ schema: RollQuery }) query: RollQuery,
  ): Promise<Page<RollEntryView>> {
    const entries = await this.attendance.roll(actor, id, unitId, query);
    return pageOfRows(entries, query.limit, toEntry, (entry) => [entry.name, entry.enrollment_id]);
  }
}

const toSession = ({ unit_id: unitId, ...session }: SessionRow): SessionView => ({ unitId, ...session });
const toEntry = (entry: RollRow): RollEntryView => ({
  enrollmentId: entry.enrollment_id,
  givenName: entry.given_name,
  familyName: entry.family_name,
  institution: entry.institution,
  completed: entry.completed,
  recordedAt: entry.recorded_at,
});
