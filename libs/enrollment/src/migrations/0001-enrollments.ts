import { Migration } from '@mikro-orm/migrations';

/** Editions, who is enrolled in them, what they have done, and the completions. */
export class Enrollments extends Migration {
  override name = '0001-enrollments';

  override up(): void {
    this.editions();
    this.enrollments();
    this.batches();
    this.views();
  }

  /** The counters are kept by the enrollment changes, so that a page over 200,000 shows them at once; a check keeps the capacity. */
  private editions(): void {
    this.addSql(`
      create table enrollment.edition (
        id uuid primary key,
        course_version_id uuid not null,
        title text not null,
        mode text not null check (mode in ('virtual', 'on-site', 'blended')),
        opens_at timestamptz not null,
        closes_at timestamptz not null,
        time_zone text not null,
        capacity integer check (capacity > 0),
        institution_id uuid,
        enrolled integer not null default 0,
        completed integer not null default 0,
        created_by uuid not null,
        created_at timestamptz not null default clock_timestamp(),
        check (closes_at > opens_at),
        check (enrolled between 0 and coalesce(capacity, enrolled)),
        check (completed between 0 and enrolled)
      ) with (fillfactor = 50)`);
    this.addSql(`create index edition_course_version on enrollment.edition (course_version_id)`);
  }

  private enrollments(): void {
    this.addSql(`
      create table enrollment.enrollment (
        id uuid primary key,
        edition_id uuid not null references enrollment.edition,
        person_id uuid not null,
        state text not null check (state in ('pending', 'active', 'completed', 'withdrawn')),
        progress double precision not null default 0 check (progress between 0 and 1),
        batch_id uuid,
        enrolled_at timestamptz not null default clock_timestamp(),
        withdrawn_at timestamptz,
        withdrawal_reason text,
        unique (edition_id, person_id)
      ) with (fillfactor = 80)`);
    this.addSql(`create index enrollment_person on enrollment.enrollment (person_id, id)`);
    this.addSql(`create index enrollment_roster on enrollment.enrollment (edition_id, id)`);
    this.addSql(`
      create table enrollment.unit_progress (
        enrollment_id uuid not null references enrollment.enrollment,
        unit_id uuid not null,
        completed boolean not null,
        passed boolean not null,
        failed boolean not null,
        score double precision,
        progress double precision not null,
        changed_at timestamptz not null default clock_timestamp(),
        primary key (enrollment_id, unit_id)
      ) with (fillfactor = 80)`);
    this.addSql(`
      create table enrollment.completion (
        id uuid primary key,
        enrollment_id uuid not null unique references enrollment.enrollment,
        person_id uuid not null,
        course_version_id uuid not null,
        completed_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
        voided_at timestamptz
      )`);
  }

  private batches(): void {
    this.addSql(`
      create table enrollment.enrollment_batch (
        id uuid primary key,
        edition_id uuid not null references enrollment.edition,
        kind text not null check (kind in ('list', 'institution', 'everyone')),
        institution_id uuid,
        requested_by uuid not null,
        reach uuid[],
        state text not null default 'queued' check (state in ('queued', 'running', 'done')),
        requested integer not null default 0,
        enrolled integer not null default 0,
        skipped jsonb not null default '{}',
        reached uuid,
        created_at timestamptz not null default clock_timestamp(),
        done_at timestamptz
      )`);
    this.addSql(`comment on column enrollment.enrollment_batch.reach is 'institutions over which the requester may enroll; null: all'`);
    this.addSql(`comment on column enrollment.enrollment_batch.reached is 'the last person who was looked at: work goes on behind'`);
    this.addSql(`
      create table enrollment.enrollment_batch_person (
        batch_id uuid not null references enrollment.enrollment_batch,
        person_id uuid not null,
        primary key (batch_id, person_id)
      )`);
  }

  private views(): void {
    this.addSql(`
      create view enrollment.pub_edition as
      select id, course_version_id, title, mode, opens_at, closes_at, time_zone, institution_id from enrollment.edition`);
    this.addSql(`
      create view enrollment.pub_enrollment as
      select e.id, e.person_id, e.edition_id, d.course_version_id, e.state, d.opens_at, d.closes_at
      from enrollment.enrollment e join enrollment.edition d on d.id = e.edition_id`);
    this.addSql(`
      create view enrollment.pub_completion as
      select id, enrollment_id, person_id, course_version_id, completed_at, voided_at from enrollment.completion`);
  }
}
