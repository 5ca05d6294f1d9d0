import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import {
  AttendanceChanged,
  AttendanceList,
  AttendancePut,
  EditionId,
  PageQuery,
  UnitId,
  type Actor,
  type AttendanceView,
  type Page,
} from '@aula/contracts';
import { May, Signed, pageOfRows } from '@aula/platform';
import type { AttendanceRow } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';

@Controller('api/enrollment/editions/:id/units/:unitId/attendance')
export class AttendanceController {
  constructor(private readonly attendance: AttendanceService) {}

  @Get()
  @May('edition.attest', AttendanceList)
  async list(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Query({ schema: PageQuery }) page: PageQuery,
  ): Promise<Page<AttendanceView>> {
    return pageOfRows(await this.attendance.list(actor, id, unitId, page), page.limit, toView, (mark) => [mark.enrollment_id]);
  }

  @Put()
  @May('edition.attest', AttendanceChanged)
  async put(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: AttendancePut }) body: AttendancePut,
  ): Promise<AttendanceChanged> {
    return { changed: await this.attendance.put(actor, id, unitId, body) };
  }
}

const toView = ({ enrollment_id: enrollmentId, recorded_at: recordedAt }: AttendanceRow): AttendanceView => ({ enrollmentId, recordedAt });
