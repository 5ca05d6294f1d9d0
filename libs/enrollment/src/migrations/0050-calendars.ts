import { Migration } from '@mikro-orm/migrations';

/**
 * When sessions take place, and the secret addresses of people's calendars: a hash finds them, and the secret itself follows from the
 * serial and the installation's key.
 */
export class Calendars extends Migration {
  override name = '0050-calendars';

  override up(): void {
    this.addSql(`
      create table enrollment.calendar_feed (
        person_id uuid primary key,
        serial text not null,
        token_hash bytea not null unique,
        created_at timestamptz not null default clock_timestamp(),
        read_at timestamptz
      )`);
    this.addSql(`
      create table enrollment.session_time (
        edition_id uuid not null references enrollment.edition,
        unit_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        place text not null,
        moved integer not null default 0,
        primary key (edition_id, unit_id)
      )`);
    this.addSql(`comment on column enrollment.session_time.moved is 'how often it was moved: the sequence of its calendar entry'`);
  }
}
