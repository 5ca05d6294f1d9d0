import { Migration } from '@mikro-orm/migrations';

/** Who reminded which learners of an edition, and how far it came. */
export class Reminders extends Migration {
  override name = '0005-reminders';

  override up(): void {
    this.addSql(`
      create table enrollment.reminder (
        id uuid primary key,
        edition_id uuid not null references enrollment.edition,
        requested_by uuid not null,
        filter jsonb not null,
        note jsonb not null,
        sight jsonb not null,
        state text not null default 'queued' check (state in ('queued', 'running', 'done')),
        expected integer not null default 0,
        sent integer not null default 0,
        skipped jsonb not null default '{}',
        reached uuid,
        created_at timestamptz not null default clock_timestamp(),
        done_at timestamptz
      )`);
    this.addSql(`create index reminder_edition on enrollment.reminder (edition_id, id)`);
    this.addSql(`comment on column enrollment.reminder.sight is 'whose enrollments the sender sees, as it stood when they sent it'`);
    this.addSql(`comment on column enrollment.reminder.reached is 'the last enrollment that was looked at: work goes on behind'`);
  }
}
