import { Migration } from '@mikro-orm/migrations';

/** What a draft was before a version took its place, so that this can be undone. */
export class DraftCopies extends Migration {
  override name = '0005-draft-copies';

  override up(): void {
    this.addSql(`
      create table catalog.draft_copy (
        id uuid primary key,
        course_id uuid not null references catalog.course,
        made_by uuid not null,
        made_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
        course jsonb not null,
        units jsonb not null
      )`);
    this.addSql(`create index draft_copy_course on catalog.draft_copy (course_id)`);
  }
}
