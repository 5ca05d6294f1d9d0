import { Migration } from '@mikro-orm/migrations';

/** Reviews of drafts by a second person, with what they say about the course and its units. */
export class Reviews extends Migration {
  override name = '0004-reviews';

  override up(): void {
    this.addSql(`
      create table catalog.course_review (
        id uuid primary key,
        course_id uuid not null references catalog.course,
        state text not null default 'open' check (state in ('open', 'approved', 'sent-back', 'withdrawn')),
        note text,
        asked_by uuid not null,
        asked_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
        revision integer not null,
        decided_by uuid,
        decided_at timestamptz(3),
        decision_note text
      )`);
    this.addSql(`create index course_review_course on catalog.course_review (course_id, id)`);
    this.addSql(`create unique index course_review_open on catalog.course_review (course_id) where state = 'open'`);
    this.addSql(`
      create table catalog.review_comment (
        id uuid primary key,
        review_id uuid not null references catalog.course_review,
        unit_id uuid,
        person_id uuid not null,
        text text not null,
        at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp())
      )`);
    this.addSql(`create index review_comment_review on catalog.review_comment (review_id, id)`);
  }
}
