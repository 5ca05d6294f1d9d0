import { Migration } from '@mikro-orm/migrations';

/** Attempts with what was drawn for them, answers in typed columns, late evidence, grades. */
export class AttemptsAndGrades extends Migration {
  override name = '0002-attempts-and-grades';

  override up(): void {
    this.addSql(`
      create table assessment.attempt (
        id uuid primary key,
        quiz_id uuid not null references assessment.quiz,
        enrollment_id uuid not null,
        unit_id uuid not null,
        person_id uuid not null,
        number integer not null check (number > 0),
        state text not null default 'open' check (state in ('open', 'submitted', 'graded')),
        started_at timestamptz not null,
        deadline timestamptz not null,
        submitted_at timestamptz,
        unique (enrollment_id, unit_id, number),
        check ((submitted_at is null) = (state = 'open'))
      ) with (fillfactor = 80)`);
    this.addSql(`create unique index attempt_open on assessment.attempt (enrollment_id, unit_id) where state = 'open'`);
    this.addSql(`create index attempt_due on assessment.attempt (deadline) where state = 'open'`);
    // What was drawn, in one row that never changes: element n of question_ids and version_ids is question n; choice_orders[n] gives for
    // each choice of it as shown its place in the version's choices, from 0 (filled up with -1; empty where no question has choices);
    // points is the sum of all, so that grading looks at what was answered only.
    this.addSql(`
      create table assessment.paper (
        attempt_id uuid primary key references assessment.attempt,
        question_ids uuid[] not null,
        version_ids uuid[] not null,
        choice_orders smallint[] not null,
        points integer not null check (points > 0)
      )`);
    // Up to a page of it stays in the row, uncompressed as identifiers are: grading reads every paper once.
    this.addSql(`alter table assessment.paper alter question_ids set storage main, alter version_ids set storage main,
      alter choice_orders set storage main`);
    // No foreign keys: the statement that writes answers has found the attempt and its paper, and the check would lock a row for each.
    const answer = `
        attempt_id uuid not null,
        place smallint not null,
        sequence integer not null,
        choice smallint,
        choices smallint[],
        truth boolean,
        number double precision,
        text text,
        saved_at timestamptz not null,
        primary key (attempt_id, place),
        check (num_nonnulls(choice, choices, truth, number, text) <= 1)`;
    this.addSql(`create table assessment.answer (${answer}) with (fillfactor = 80)`);
    this.addSql(`create table assessment.late_answer (${answer})`);
    // Written by one statement that holds the attempts which it grades; checking each again would cost a tenth of the grading.
    this.addSql(`
      create table assessment.grade (
        attempt_id uuid primary key,
        score numeric(12,6) not null,
        max_score numeric(12,6) not null check (max_score > 0),
        passed boolean not null,
        graded_at timestamptz not null
      )`);
    this.addSql(`
      create view assessment.pub_grade as
      select g.attempt_id, a.enrollment_id, a.unit_id, a.quiz_id, g.score::double precision as score,
        g.max_score::double precision as max_score, round(g.score / g.max_score, 6)::double precision as score_scaled, g.passed, g.graded_at
      from assessment.grade g join assessment.attempt a on a.id = g.attempt_id`);
  }
}
