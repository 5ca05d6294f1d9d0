import { Migration } from '@mikro-orm/migrations';

/**
 * Banks, questions with immutable versions, their keys in a table of their own that no learner's read touches, imports, quizzes.
 * A question's content hash keeps the same question from being there twice.
 */
export class QuestionsAndQuizzes extends Migration {
  override name = '0001-questions-and-quizzes';

  override up(): void {
    this.addSql(`
      create table assessment.bank (
        id uuid primary key,
        title text not null,
        owner_id uuid not null,
        created_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create index bank_owner on assessment.bank (owner_id, id)`);
    this.addSql(`
      create table assessment.question_import (
        id uuid primary key,
        bank_id uuid not null references assessment.bank,
        person_id uuid not null,
        file_name text not null,
        format text not null default 'gift' check (format in ('gift')),
        state text not null default 'queued' check (state in ('queued', 'reading', 'done', 'failed')),
        accepted integer not null default 0,
        rejected integer not null default 0,
        findings jsonb not null default '[]',
        created_at timestamptz not null default clock_timestamp(),
        done_at timestamptz
      )`);
    this.addSql(`
      create table assessment.question (
        id uuid primary key,
        bank_id uuid not null references assessment.bank,
        position bigint generated always as identity,
        version integer not null default 1,
        content_hash bytea not null,
        import_id uuid references assessment.question_import,
        created_at timestamptz not null default clock_timestamp(),
        unique (bank_id, content_hash)
      )`);
    this.addSql(`create index question_in_bank on assessment.question (bank_id, position)`);
    this.addSql(`create index question_imported on assessment.question (import_id) where import_id is not null`);
    this.addSql(`
      create table assessment.question_version (
        id uuid primary key,
        question_id uuid not null references assessment.question,
        number integer not null check (number > 0),
        kind text not null check (kind in ('single-choice', 'multiple-choice', 'true-false', 'numeric', 'short-answer')),
        title text,
        text text not null,
        points integer not null check (points > 0),
        choices text[] not null default '{}',
        created_at timestamptz not null default clock_timestamp(),
        unique (question_id, number)
      )`);
    // Parallel arrays: element n of weights and feedbacks speaks of choice, range or text n. Kind and points are repeated because
    // grading then reads this table alone; neither side ever changes.
    this.addSql(`
      create table assessment.question_key (
        version_id uuid primary key references assessment.question_version,
        kind text not null,
        points integer not null,
        weights double precision[] not null,
        minimums double precision[] not null default '{}',
        maximums double precision[] not null default '{}',
        texts text[] not null default '{}',
        patterns text[] not null default '{}',
        feedbacks text[] not null,
        feedback text
      )`);
    this.addSql(`
      create table assessment.quiz (
        id uuid primary key,
        title jsonb not null,
        bank_id uuid not null references assessment.bank,
        owner_id uuid not null,
        pick integer check (pick > 0),
        time_limit_seconds integer check (time_limit_seconds > 0),
        attempts_allowed integer check (attempts_allowed > 0),
        passing_score numeric(7,6) not null check (passing_score between 0 and 1),
        created_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create index quiz_owner on assessment.quiz (owner_id, id)`);
    this.addSql(`
      create view assessment.pub_quiz as
      select id, title, passing_score::double precision as passing_score, owner_id from assessment.quiz`);
  }
}
