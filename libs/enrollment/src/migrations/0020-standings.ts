import { Migration } from '@mikro-orm/migrations';

/** How far each enrollment is, for the numbers. */
export class Standings extends Migration {
  override name = '0020-standings';

  override up(): void {
    this.addSql(`
      create view enrollment.pub_standing as
      select e.id, e.person_id, e.edition_id, d.course_version_id, e.state, e.progress, e.enrolled_at, e.withdrawn_at
      from enrollment.enrollment e join enrollment.edition d on d.id = e.edition_id`);
    this.addSql(`
      create view enrollment.pub_unit_mark as
      select enrollment_id, unit_id, completed, passed, failed, changed_at from enrollment.unit_progress`);
  }
}
