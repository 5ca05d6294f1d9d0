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
import { EnrollmentController } from './enrollment.controller.js';
import { enrollmentPolicy } from './enrollment.policy.js';
import { EnrollmentService } from './enrollment.service.js';
import { Enrollments } from './migrations/0001-enrollments.js';
import { Attendance } from './migrations/0002-attendance.js';
import { MarksByLockedEnrollments } from './migrations/0003-marks-by-locked-enrollments.js';
import { Calendars } from './migrations/0050-calendars.js';
import { UnitProgressListener } from './unit-progress/unit-progress.listener.js';
import { UnitProgressService } from './unit-progress/unit-progress.service.js';

@House({
  name: 'enrollment',
  entities: [],
  migrations: [Enrollments, Attendance, MarksByLockedEnrollments, Calendars],
  policies: [enrollmentPolicy],
  controllers: [
    EditionController,
    EnrollmentBatchController,
    EnrollmentController,
    AttendanceController,
    SessionController,
    CalendarController,
  ],
  providers: [
    EditionService,
    EnrollmentBatchService,
    EnrollmentBatchJobs,
    EnrollmentService,
    UnitProgressService,
    UnitProgressListener,
    AttendanceService,
    SessionTimes,
    CalendarService,
  ],
})
export class EnrollmentModule {}
