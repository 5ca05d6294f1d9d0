import { Migration } from '@mikro-orm/migrations';

/** Registers are read newest first, as a whole or by course. */
export class CompletionsByTime extends Migration {
  override name = '0060-completions-by-time';

  override up(): void {
    this.addSql(`create index completion_by_time on enrollment.completion (completed_at desc, id desc)`);
    this.addSql(`create index completion_of_version on enrollment.completion (course_version_id, completed_at desc, id desc)`);
  }
}
