import { Migration } from '@mikro-orm/migrations';

/** Essays that wait for markers, their marks, and changes of a grade that was given. */
export class Essays extends Migration {
  override name = '0006-essays';

  override up(): void {
    // Places of the questions that people mark; null in attempts that the machine grades alone, which is all that grading looks at.
    this.addSql(`alter table assessment.attempt add column essays smallint[]`);
    this.addSql(`
      create table assessment.marking (
        attempt_id uuid not null references assessment.attempt,
        place smallint not null,
        quiz_id uuid not null,
        edition_id uuid not null,
        version_id uuid not null,
        submitted_at timestamptz not null,
        state text not null default 'first' check (state in ('first', 'second', 'third', 'marked')),
        markers uuid[] not null default '{}',
        claimed_by uuid,
        claimed_until timestamptz,
        points numeric(12,6),
        marked_at timestamptz,
        primary key (attempt_id, place),
        check ((state = 'marked') = (points is not null)),
        check ((claimed_by is null) = (claimed_until is null))
      ) with (fillfactor = 80)`);
    this.addSql(`create index marking_due on assessment.marking (attempt_id, place) where state <> 'marked'`);
    this.addSql(`create index marking_of_quiz on assessment.marking (quiz_id, edition_id, attempt_id, place)`);
    // `turn`: first, second, or 3 for the one that decides. A mark that was changed or taken back stays, with the time when.
    this.addSql(`
      create table assessment.mark (
        id uuid primary key,
        attempt_id uuid not null,
        place smallint not null,
        marker_id uuid not null,
        turn smallint not null check (turn between 1 and 3),
        points numeric(12,6) not null check (points >= 0),
        criteria numeric(8,2)[] not null default '{}',
        comment text,
        marked_at timestamptz not null default clock_timestamp(),
        withdrawn_at timestamptz,
        foreign key (attempt_id, place) references assessment.marking
      )`);
    this.addSql(`create unique index mark_of_turn on assessment.mark (attempt_id, place, turn) where withdrawn_at is null`);
    this.addSql(`
      create table assessment.grade_change (
        id uuid primary key,
        attempt_id uuid not null references assessment.attempt,
        score_before numeric(12,6) not null,
        score_after numeric(12,6) not null,
        reason text not null,
        changed_by uuid not null,
        changed_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create index grade_change_of on assessment.grade_change (attempt_id, changed_at)`);
  }
}
