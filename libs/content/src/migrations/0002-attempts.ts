import { Migration } from '@mikro-orm/migrations';

/** Launches, attempts, the records of what the content said, and the runtime data that they amount to. */
export class Attempts extends Migration {
  override name = '0002-attempts';

  override up(): void {
    this.attempts();
    this.launches();
    this.records();
    this.runtimeData();
    this.views();
  }

  /** What changes with every commit stands in no index, so that updates stay on their page (HOT). `number` counts attempts of a unit. */
  private attempts(): void {
    this.addSql(`
      create table content.attempt (
        id uuid primary key,
        enrollment_id uuid not null,
        unit_id uuid not null,
        number integer not null default 1,
        person_id uuid not null,
        package_id uuid not null references content.package,
        host_label text not null,
        opened_at timestamptz not null default clock_timestamp(),
        epoch bigint not null default 0,
        last_seq bigint not null default 0,
        leased_at timestamptz,
        leased_by text,
        busy_until timestamptz,
        open_sco text,
        completion text not null default 'not attempted' check (completion in ('completed', 'incomplete', 'not attempted', 'unknown')),
        success text not null default 'unknown' check (success in ('passed', 'failed', 'unknown')),
        scaled double precision,
        progress double precision not null default 0,
        seconds double precision not null default 0,
        unique (enrollment_id, unit_id, number)
      ) with (fillfactor = 70)`);
    this.addSql(`create index attempt_person on content.attempt (person_id)`);
  }

  /** One row per launch: its code, then the token that the code was redeemed for. Without an attempt it is a preview. */
  private launches(): void {
    this.addSql(`
      create table content.launch (
        id uuid primary key,
        attempt_id uuid references content.attempt,
        package_id uuid not null references content.package,
        person_id uuid not null,
        host_label text not null,
        mode text not null check (mode in ('normal', 'browse', 'review')),
        language text not null,
        title text not null,
        academy_path text not null,
        session_hash bytea,
        code_hash bytea not null unique,
        code_expires_at timestamptz not null,
        token_hash bytea unique,
        files_hash bytea unique,
        expires_at timestamptz,
        commits_until timestamptz,
        revoked_at timestamptz
      ) with (fillfactor = 80)`);
    this.addSql(`create index launch_attempt on content.launch (attempt_id)`);
  }

  private records(): void {
    this.addSql(`
      create table content.record (
        attempt_id uuid not null,
        epoch bigint not null,
        seq bigint not null,
        server_at timestamptz not null default clock_timestamp(),
        client_ms double precision not null,
        kind text not null,
        sco_id text not null,
        element text,
        value text,
        cut_head integer,
        cut_foot integer,
        result text,
        error_code smallint,
        primary key (attempt_id, epoch, seq)
      ) partition by hash (attempt_id)`);
    for (let part = 0; part < 16; part++)
      this.addSql(`create table content.record_${part} partition of content.record for values with (modulus 16, remainder ${part})`);
    this.addSql(`
      create table content.quarantine (
        attempt_id uuid not null references content.attempt,
        epoch bigint not null,
        seq bigint not null,
        reason text not null,
        at timestamptz not null default clock_timestamp(),
        body jsonb not null,
        primary key (attempt_id, epoch, seq)
      )`);
  }

  /** One row per item with typed columns for what content writes all the time; long and rare data apart. */
  private runtimeData(): void {
    this.addSql(`
      create table content.sco (
        attempt_id uuid not null references content.attempt,
        sco_id text not null,
        visit text not null,
        visits integer not null,
        earlier_seconds double precision not null,
        latched_completed boolean not null,
        latched_passed boolean not null,
        status text,
        success_status text,
        score_raw text,
        score_min text,
        score_max text,
        score_scaled text,
        progress_measure text,
        exit text,
        session_time text,
        location text,
        completion text not null,
        success text not null,
        scaled double precision,
        progress double precision not null,
        seconds double precision not null,
        primary key (attempt_id, sco_id)
      ) with (fillfactor = 70)`);
    this.addSql(`
      create table content.suspend_data (
        attempt_id uuid not null,
        sco_id text not null,
        data text not null,
        primary key (attempt_id, sco_id),
        foreign key (attempt_id, sco_id) references content.sco
      ) with (fillfactor = 70)`);
    this.addSql(`
      create table content.sco_data (
        attempt_id uuid not null,
        sco_id text not null,
        elements jsonb not null,
        primary key (attempt_id, sco_id),
        foreign key (attempt_id, sco_id) references content.sco
      ) with (fillfactor = 70)`);
  }

  /** The best of an enrollment's attempts at a unit. */
  private views(): void {
    this.addSql(`
      create view content.pub_unit_result as
      select distinct on (enrollment_id, unit_id) enrollment_id, unit_id, completion, success, scaled as score, progress
      from content.attempt
      order by enrollment_id, unit_id, completion = 'completed' desc, success = 'passed' desc, scaled desc nulls last, number desc`);
  }
}
