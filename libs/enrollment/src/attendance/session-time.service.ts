import { Injectable } from '@nestjs/common';
import type { Actor, EditionId, SessionTimePut, UnitId } from '@aula/contracts';
import { Work } from '@aula/platform';
import { AttendanceService } from './attendance.service.js';
import { putSessionTime, removeSessionTime } from './session.queries.js';

/** When and where a session of an edition takes place. */
@Injectable()
export class SessionTimes {
  constructor(
    private readonly work: Work,
    private readonly attendance: AttendanceService,
  ) {}

  /** Problems: not-found; forbidden; conflict `enrollment.unit-is-no-session`. */
  async put(actor: Actor, editionId: EditionId, unitId: UnitId, time: SessionTimePut): Promise<void> {
    await this.work.run(async (em) => {
      await this.attendance.demandSession(em, actor, editionId, unitId);
      await putSessionTime(em, editionId, unitId, time);
    });
  }

  /** Problems: those of `put`. */
  async remove(actor: Actor, editionId: EditionId, unitId: UnitId): Promise<void> {
    await this.work.run(async (em) => {
      await this.attendance.demandSession(em, actor, editionId, unitId);
      await removeSessionTime(em, editionId, unitId);
    });
  }
}
