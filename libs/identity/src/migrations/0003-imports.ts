import { Migration } from '@mikro-orm/migrations';

/** Imports of people: the file's rows while they are worked on, what was wrong with them, what they changed. */
export class Imports extends Migration {
  override name = '0003-imports';

  override up(): void {
    this.addSql(`
      create table identity.people_import (
        id uuid primary key,
        imported_by uuid not null,
        mode text not null check (mode in ('rehearse', 'apply')),
        state text not null default 'queued'
          check (state in ('queued', 'reading', 'rehearsed', 'applying', 'applied', 'reversing', 'reversed', 'failed')),
        file_name text not null,
        object_key text not null,
        object_etag text not null,
        idempotency_key text,
        columns text[] not null default '{}',
        stage_id uuid,
        staged integer,
        judged boolean not null default false,
        merged_line integer not null default 0,
        rows integer not null default 0,
        rejected integer not null default 0,
        changed integer not null default 0,
        unchanged integer not null default 0,
        progress real not null default 0,
        problem_code text,
        problem_parameters jsonb,
        reversal jsonb,
        created_at timestamptz not null default clock_timestamp(),
        changed_at timestamptz not null default clock_timestamp()
      ) with (fillfactor = 70)`);
    this.addSql(`
      create unique index people_import_once on identity.people_import (imported_by, idempotency_key) where idempotency_key is not null`);
    // Unlogged: it can be read again from the stored file. stage_id names one reading, so that a late worker disturbs nobody.
    this.addSql(`
      create unlogged table identity.import_row (
        stage_id uuid not null,
        line integer not null,
        new_id uuid not null,
        external_id text,
        email text,
        given_name text,
        family_name text,
        sex text,
        country text,
        institution_id uuid,
        rank text,
        language text,
        faults jsonb,
        primary key (stage_id, line)
      )`);
    this.addSql(`
      create table identity.import_rejection (
        id bigint generated always as identity primary key,
        import_id uuid not null references identity.people_import,
        line integer not null,
        "column" text,
        code text not null,
        parameters jsonb not null
      )`);
    this.addSql(`create index import_rejection_line on identity.import_rejection (import_id, line, id)`);
    this.addSql(`
      create table identity.import_change (
        import_id uuid not null,
        line integer not null,
        person_id uuid not null,
        before jsonb,
        revision integer not null,
        outcome text check (outcome in ('restored', 'removed', 'deactivated', 'kept')),
        primary key (import_id, line)
      )`);
  }
}
