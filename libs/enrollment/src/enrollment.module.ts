import { House } from '@aula/platform';
import { EditionController } from './edition/edition.controller.js';
import { EditionService } from './edition/edition.service.js';
import { EnrollmentBatchController } from './enrollment-batch/enrollment-batch.controller.js';
import { EnrollmentBatchJobs } from './enrollment-batch/enrollment-batch.jobs.js';
import { EnrollmentBatchService } from './enrollment-batch/enrollment-batch.service.js';
import { EnrollmentController } from './enrollment.controller.js';
import { enrollmentPolicy } from './enrollment.policy.js';
import { EnrollmentService } from './enrollment.service.js';
import { Enrollments } from './migrations/0001-enrollments.js';
import { UnitProgressListener } from './unit-progress/unit-progress.listener.js';
import { UnitProgressService } from './unit-progress/unit-progress.service.js';

@House({
  name: 'enrollment',
  entities: [],
  migrations: [Enrollments],
  policies: [enrollmentPolicy],
  controllers: [EditionController, EnrollmentBatchController, EnrollmentController],
  providers: [EditionService, EnrollmentBatchService, EnrollmentBatchJobs, EnrollmentService, UnitProgressService, UnitProgressListener],
})
export class EnrollmentModule {}
