import { Migration } from '@mikro-orm/migrations';

/** Searching the audit, cancelling orders, which processes work, and when tokens were used. */
export class Administration extends Migration {
  override name = '0003-administration';

  override up(): void {
    this.addSql(`
      create function platform.audit_kinds(groups jsonb) returns text[]
      language sql immutable strict parallel safe set search_path = pg_catalog as $$
        select array(select distinct g ->> 'kind' from jsonb_array_elements(groups) g order by 1)
      $$`);
    // An entry is found by its time, its actor, its kinds and its subjects. New subjects wait in the list of the index, so that a cohort's
    // entry costs no more than its bytes; vacuum sorts them in.
    this.addSql(`create index audit_entry_at on platform.audit_entry (at desc, chain desc, seq desc)`);
    this.addSql(`create index audit_entry_actor on platform.audit_entry (actor, at desc, chain desc, seq desc)`);
    this.addSql(`create index audit_entry_kinds on platform.audit_entry using gin (platform.audit_kinds(groups))`);
    this.addSql(`create index audit_entry_ids on platform.audit_entry using gin (ids) with (gin_pending_list_limit = 32768)`);
    this.addSql(`alter table platform.job drop constraint job_state_check`);
    this.addSql(
      `alter table platform.job add constraint job_state_check check (state in ('pending', 'running', 'done', 'dead', 'cancelled'))`,
    );
    this.addSql(`create index job_cancelled on platform.job (done_at) where state = 'cancelled'`);
    this.addSql(`
      create table platform.process (
        id uuid primary key,
        houses text[] not null,
        started_at timestamptz not null default clock_timestamp(),
        seen_at timestamptz not null default clock_timestamp(),
        queue_silent_ms bigint not null,
        clock_ms double precision not null
      )`);
    this.addSql(`create table platform.token_use (token_hash bytea primary key, used_at timestamptz not null default clock_timestamp())`);
  }
}
