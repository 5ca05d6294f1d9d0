import { Migration } from '@mikro-orm/migrations';

/** What a timeline tells besides the records: each lease with how it came about, and commits that were refused. */
export class AttemptHistory extends Migration {
  override name = '0006-attempt-history';

  override up(): void {
    this.addSql(`
      create table content.lease (
        attempt_id uuid not null references content.attempt,
        epoch bigint not null,
        at timestamptz not null default clock_timestamp(),
        how text not null check (how in ('first', 'same-device', 'other-device', 'after-break', 'taken-over')),
        primary key (attempt_id, epoch)
      )`);
    // one row per reason and epoch however often a device asks: what a player sends must not make a table grow
    this.addSql(`
      create table content.refusal (
        attempt_id uuid not null references content.attempt,
        epoch bigint not null,
        reason text not null check (reason in ('gap', 'unknown-epoch')),
        first_at timestamptz not null default clock_timestamp(),
        last_at timestamptz not null default clock_timestamp(),
        times integer not null default 1,
        primary key (attempt_id, epoch, reason)
      )`);
  }
}
