import { Migration } from '@mikro-orm/migrations';

/** Packages that follow on one another, and moves of learners between them. */
export class PackageVersions extends Migration {
  override name = '0008-package-versions';

  override up(): void {
    this.versions();
    this.moves();
    this.retraction();
  }

  /** A line is named by the package that it began with. A package that stands in no line has one version: itself. */
  private versions(): void {
    this.addSql(`
      create table content.package_version (
        package_id uuid primary key references content.package on delete cascade,
        line_id uuid not null,
        number integer not null check (number > 0),
        declared_by uuid not null,
        declared_at timestamptz not null default clock_timestamp(),
        unique (line_id, number)
      )`);
  }

  /**
   * The latest move of a line that was not undone also says what learners get who begin: where a course names a package of the line
   * and was published before it. Items are the attempts that were moved, each with the attempt that took its place.
   */
  private moves(): void {
    this.addSql(`
      create table content.package_move (
        id uuid primary key,
        line_id uuid not null,
        package_id uuid not null references content.package,
        edition_id uuid,
        rule text not null check (rule in ('not-started', 'not-completed', 'all')),
        ordered_by uuid not null,
        ordered_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
        state text not null default 'queued' check (state in ('queued', 'running', 'done', 'reversing', 'reversed')),
        total integer not null,
        moved integer not null default 0,
        reversed integer not null default 0,
        stayed integer not null default 0,
        reversed_at timestamptz(3),
        check ((state in ('reversing', 'reversed')) = (reversed_at is not null))
      )`);
    this.addSql(`create index package_move_line on content.package_move (line_id, ordered_at)`);
    this.addSql(
      `create unique index package_move_under_way on content.package_move (line_id) where state in ('queued', 'running', 'reversing')`,
    );
    this.addSql(`
      create table content.package_move_item (
        move_id uuid not null references content.package_move,
        from_attempt uuid not null references content.attempt,
        to_attempt uuid not null references content.attempt,
        state text not null default 'moved' check (state in ('moved', 'reversed', 'stayed')),
        primary key (move_id, from_attempt)
      )`);
    this.addSql(`create index package_move_item_left on content.package_move_item (move_id, from_attempt) where state = 'moved'`);
  }

  /** An attempt that was made by a move and taken back before anybody opened it; audited, so it is never deleted. */
  private retraction(): void {
    this.addSql(`alter table content.attempt add column retracted_at timestamptz`);
    this.addSql(`
      create or replace view content.pub_unit_result as
      select distinct on (enrollment_id, unit_id) enrollment_id, unit_id, completion, success, scaled as score, progress
      from content.attempt where retracted_at is null
      order by enrollment_id, unit_id, completion = 'completed' desc, success = 'passed' desc, scaled desc nulls last, number desc`);
  }
}
