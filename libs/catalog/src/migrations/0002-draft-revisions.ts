import { Migration } from '@mikro-orm/migrations';

/** Drafts that several people write: what changed since, who changed it, when each text did; units taken out can come back. */
export class DraftRevisions extends Migration {
  override name = '0002-draft-revisions';

  override up(): void {
    const written = `
      add column revision integer not null default 1,
      add column texts_at jsonb not null default '{}',
      add column changed_by uuid,
      add column changed_at timestamptz(3)`;
    this.addSql(`
      alter table catalog.course ${written},
      add column draft_revision integer not null default 1,
      add column published_revision integer,
      add column review_required boolean not null default false`);
    this.addSql(`alter table catalog.unit ${written}`);
    this.addSql(`
      create table catalog.removed_unit (
        id uuid primary key,
        course_id uuid not null references catalog.course,
        position integer not null,
        kind text not null,
        title jsonb not null,
        contents jsonb not null,
        required boolean not null,
        texts_at jsonb not null,
        removed_by uuid not null,
        removed_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
      )`);
    this.addSql(`create index removed_unit_course on catalog.removed_unit (course_id)`);
  }
}
