import { Migration } from '@mikro-orm/migrations';

/**
 * Progress and completions are written by statements that read the enrollment which their transaction has locked, and enrollments are
 * never deleted: checking each row again took a quarter of completing a cohort.
 */
export class MarksByLockedEnrollments extends Migration {
  override name = '0003-marks-by-locked-enrollments';

  override up(): void {
    this.addSql(`alter table enrollment.unit_progress drop constraint unit_progress_enrollment_id_fkey`);
    this.addSql(`alter table enrollment.completion drop constraint completion_enrollment_id_fkey`);
  }
}
