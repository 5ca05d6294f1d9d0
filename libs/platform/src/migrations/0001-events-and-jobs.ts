import { Migration } from '@mikro-orm/migrations';

/** Facts with their deliveries, orders, and what the plumbing itself keeps. */
export class EventsAndJobs extends Migration {
  override name = '0001-events-and-jobs';

  override up(): void {
    this.addSql(`
      create table platform.event (
        id uuid primary key,
        house text not null,
        name text not null,
        items jsonb not null,
        recorded_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`
      create table platform.delivery (
        event_id uuid not null references platform.event,
        consumer text not null,
        state text not null default 'pending' check (state in ('pending', 'done', 'dead')),
        attempts integer not null default 0,
        run_after timestamptz not null default clock_timestamp(),
        last_error text,
        done_at timestamptz,
        primary key (event_id, consumer)
      )`);
    this.addSql(`create index delivery_due on platform.delivery (consumer, event_id) where state = 'pending'`);
    this.addSql(`create index delivery_dead on platform.delivery (event_id) where state = 'dead'`);
    this.addSql(`
      create table platform.job (
        id uuid primary key,
        kind text not null,
        subject text,
        state text not null default 'pending' check (state in ('pending', 'running', 'done', 'dead')),
        attempts integer not null default 0,
        run_after timestamptz not null default clock_timestamp(),
        lease_token uuid,
        lease_until timestamptz,
        last_error text,
        created_at timestamptz not null default clock_timestamp(),
        done_at timestamptz
      )`);
    this.addSql(`create index job_due on platform.job (kind, attempts, id) where state = 'pending'`);
    this.addSql(`create index job_leased on platform.job (lease_token) where state = 'running'`);
    this.addSql(`create index job_dead on platform.job (kind, id) where state = 'dead'`);
    this.addSql(`create index job_ended on platform.job (done_at) where state = 'done'`);
    this.addSql(`create table platform.schedule (kind text primary key, ordered_at timestamptz not null)`);
    this.addSql(`
      create table platform.idempotency (
        house text not null,
        person_id uuid not null,
        key text not null,
        request_hash bytea not null,
        status integer,
        body jsonb,
        created_at timestamptz not null default clock_timestamp(),
        primary key (house, person_id, key)
      )`);
    this.addSql(`
      create table platform.rate (
        key text primary key,
        window_start timestamptz not null,
        spent integer not null
      )`);
    this.addSql(`
      create table platform.object (
        key text primary key,
        size bigint not null,
        content_type text not null,
        etag text not null,
        created_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`
      create table platform.mail (
        id uuid primary key,
        address text not null,
        subject text not null,
        body text not null,
        state text not null default 'queued' check (state in ('queued', 'kept', 'sent', 'dead')),
        created_at timestamptz not null default clock_timestamp(),
        sent_at timestamptz
      )`);
  }
}
