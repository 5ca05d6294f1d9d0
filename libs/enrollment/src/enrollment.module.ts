import { House } from '@aula/platform';
import { AttendanceController } from './attendance/attendance.controller.js';
import { AttendanceService } from './attendance/attendance.service.js';
import { SessionTimes } from './attendance/session-time.service.js';
import { SessionController } from './attendance/session.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarService } from './calendar/calendar.service.js';
import { EditionController } from './edition/edition.controller.js';
import { EditionService } from './edition/edition.service.js';
import { EnrollmentBatchController } from './enrollment-batch/enrollment-batch.controller.js';
import { EnrollmentBatchJobs } from './enrollment-batch/enrollment-batch.jobs.js';
import { EnrollmentBatchService } from './enrollment-batch/enrollment-batch.service.js';
import { ReversalJobs } from './enrollment-batch/reversal.jobs.js';
import { EnrollmentRuleController } from './enrollment-rule/enrollment-rule.controller.js';
import { EnrollmentRuleJobs } from './enrollment-rule/enrollment-rule.jobs.js';
import { EnrollmentRuleService } from './enrollment-rule/enrollment-rule.service.js';
import { EnrollmentController } from './enrollment.controller.js';
import { OwnEnrollmentsController } from './own-enrollments.controller.js';
import { enrollmentPolicy } from './enrollment.policy.js';
import { EnrollmentService } from './enrollment.service.js';
import { Enrollments } from './migrations/0001-enrollments.js';
import { Attendance } from './migrations/0002-attendance.js';
import { MarksByLockedEnrollments } from './migrations/0003-marks-by-locked-enrollments.js';
import { Standings } from './migrations/0020-standings.js';
import { PersonMoves } from './migrations/0030-person-moves.js';
import { PersonMoveListener } from './person-move/person-move.listener.js';
import { Rosters } from './migrations/0004-rosters.js';
import { PausedRules } from './migrations/0070-paused-rules.js';
import { Reminders } from './migrations/0005-reminders.js';
import { EnrollmentRules } from './migrations/0006-enrollment-rules.js';
import { ReminderController } from './reminder/reminder.controller.js';
import { ReminderJobs } from './reminder/reminder.jobs.js';
import { ReminderService } from './reminder/reminder.service.js';
import { RosterController } from './roster/roster.controller.js';
import { RosterService } from './roster/roster.service.js';
import { RosterViewController } from './roster-view/roster-view.controller.js';
import { RosterViewService } from './roster-view/roster-view.service.js';
import { CompletionsByTime } from './migrations/0060-completions-by-time.js';
import { Calendars } from './migrations/0050-calendars.js';
import { UnitProgressListener } from './unit-progress/unit-progress.listener.js';
import { UnitProgressService } from './unit-progress/unit-progress.service.js';

@House({
  name: 'enrollment',
  entities: [],
  migrations: [
    Enrollments,
    Attendance,
    MarksByLockedEnrollments,
    Standings,
    PersonMoves,
    Rosters,
    Reminders,
    EnrollmentRules,
    CompletionsByTime,
    Calendars,
    PausedRules,
  ],
  policies: [enrollmentPolicy],
  controllers: [
    EditionController,
    EnrollmentBatchController,
    EnrollmentController,
    OwnEnrollmentsController,
    AttendanceController,
    SessionController,
    CalendarController,
    RosterController,
    RosterViewController,
    ReminderController,
    EnrollmentRuleController,
  ],
  providers: [
    EditionService,
    EnrollmentBatchService,
    EnrollmentBatchJobs,
    EnrollmentService,
    UnitProgressService,
    UnitProgressListener,
    PersonMoveListener,
    AttendanceService,
    SessionTimes,
    CalendarService,
    RosterService,
    ReminderService,
    ReminderJobs,
    EnrollmentRuleService,
    EnrollmentRuleJobs,
    ReversalJobs,
    RosterViewService,
  ],
})
export class EnrollmentModule {}
