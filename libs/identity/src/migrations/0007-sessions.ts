import { Migration } from '@mikro-orm/migrations';

/** Sessions that their person can tell apart, and the devices that a person is known to come from. No address is kept of either. */
export class TellableSessions extends Migration {
  override name = '0007-sessions';

  override up(): void {
    this.addSql(`
      alter table identity.session
        add column id uuid not null unique default gen_random_uuid(),
        add column browser text not null default '',
        add column system text not null default '',
        add column seen_at timestamptz not null default clock_timestamp()`);
    this.addSql(`
      create table identity.device (
        person_id uuid not null references identity.person on delete cascade,
        browser text not null,
        system text not null,
        seen_at timestamptz not null default clock_timestamp(),
        primary key (person_id, browser, system)
      )`);
    this.addSql(`create index device_seen on identity.device (seen_at)`);
  }
}
