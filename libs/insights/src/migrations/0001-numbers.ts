import { Migration } from '@mikro-orm/migrations';

/**
 * The numbers over enrollments. `learner` holds each enrollment as it counts, `cell` what is counted for those who are alike in every
 * dimension; a change of a learner moves the difference from cell to cell. Both can be made again from what other houses publish.
 */
export class Numbers extends Migration {
  override name = '0001-numbers';

  override up(): void {
    this.learners();
    this.cells();
    this.marks();
  }

  /** `age` is the place of the band in contracts' list; `month` the first day of the month of enrollment, UTC. */
  private learners(): void {
    this.addSql(`
      create table insights.learner (
        enrollment_id uuid primary key,
        person_id uuid not null,
        edition_id uuid not null,
        course_id uuid not null,
        institution_id uuid,
        country text,
        sex text,
        language text,
        age smallint,
        month date not null,
        state text not null,
        progress double precision not null,
        enrolled_at timestamptz not null,
        active_at timestamptz,
        completed_at timestamptz,
        certified_at timestamptz,
        active boolean not null,
        begun boolean not null,
        half boolean not null,
        completed boolean not null,
        withdrawn boolean not null,
        passed boolean not null,
        failed boolean not null,
        certified boolean not null
      ) with (fillfactor = 80)`);
    // for lists behind small numbers; nothing that changes while somebody studies is in them
    this.addSql(`create index learner_edition on insights.learner (edition_id, enrollment_id)`);
    this.addSql(`create index learner_institution on insights.learner (institution_id, enrollment_id)`);
  }

  private cells(): void {
    this.addSql(`
      create table insights.cell (
        edition_id uuid not null,
        course_id uuid not null,
        institution_id uuid,
        country text,
        sex text,
        language text,
        age smallint,
        month date not null,
        enrolled integer not null,
        active integer not null,
        begun integer not null,
        half integer not null,
        completed integer not null,
        withdrawn integer not null,
        passed integer not null,
        failed integer not null,
        certified integer not null,
        unique nulls not distinct (edition_id, institution_id, country, sex, language, age, month, course_id)
      ) with (fillfactor = 70)`);
  }

  /** What facts say has changed, a row per fact, until it is counted. */
  private marks(): void {
    this.addSql(`
      create table insights.stale (
        id bigint generated always as identity primary key,
        enrollment_ids uuid[] not null default '{}',
        person_ids uuid[] not null default '{}'
      )`);
    this.addSql(`
      create table insights.upkeep (
        single boolean primary key default true check (single),
        refreshed_at timestamptz,
        followed_at timestamptz not null default '-infinity'
      )`);
    this.addSql(`insert into insights.upkeep default values`);
  }
}
