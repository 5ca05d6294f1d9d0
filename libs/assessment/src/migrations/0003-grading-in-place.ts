import { Migration } from '@mikro-orm/migrations';

/** Which attempts are open is read from `submitted_at`, so that grading, which changes the state alone, touches no index. */
export class GradingInPlace extends Migration {
  override name = '0003-grading-in-place';

  override up(): void {
    this.addSql(`drop index assessment.attempt_open, assessment.attempt_due`);
    this.addSql(`create unique index attempt_open on assessment.attempt (enrollment_id, unit_id) where submitted_at is null`);
    this.addSql(`create index attempt_due on assessment.attempt (deadline) where submitted_at is null`);
  }
}
