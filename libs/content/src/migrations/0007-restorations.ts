import { Migration } from '@mikro-orm/migrations';

/** Earlier states that were given back to learners: by whom, why, what was given, and what was there before. */
export class Restorations extends Migration {
  override name = '0007-restorations';

  /** A restoration begins an epoch of its own, so that the live state is what it gave with the records of later epochs on top. */
  override up(): void {
    this.addSql(`
      create table content.restoration (
        id uuid primary key,
        attempt_id uuid not null references content.attempt,
        epoch bigint not null,
        point text not null,
        given_by uuid not null,
        reason text not null,
        at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
        before jsonb not null,
        given jsonb not null,
        unique (attempt_id, epoch)
      )`);
  }
}
