import { Migration } from '@mikro-orm/migrations';

/** Secret addresses of people's calendars: a hash finds them, and the secret itself follows from the serial and the installation's key. */
export class CalendarFeeds extends Migration {
  override name = '0050-calendar-feeds';

  override up(): void {
    this.addSql(`
      create table enrollment.calendar_feed (
        person_id uuid primary key,
        serial text not null,
        token_hash bytea not null unique,
        created_at timestamptz not null default clock_timestamp(),
        read_at timestamptz
      )`);
  }
}
