import { Migration } from '@mikro-orm/migrations';

/** Who was at which session, by whose word. */
export class Attendance extends Migration {
  override name = '0002-attendance';

  override up(): void {
    this.addSql(`
      create table enrollment.attendance (
        id uuid primary key,
        enrollment_id uuid not null references enrollment.enrollment,
        unit_id uuid not null,
        recorded_by uuid not null,
        recorded_at timestamptz not null default clock_timestamp(),
        revoked_by uuid,
        revoked_at timestamptz,
        check ((revoked_by is null) = (revoked_at is null))
      )`);
    this.addSql(`create unique index attendance_once on enrollment.attendance (enrollment_id, unit_id) where revoked_at is null`);
  }
}
