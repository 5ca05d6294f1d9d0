import { Migration } from '@mikro-orm/migrations';

/** Standing rules rest when their author may not enroll any more. */
export class PausedRules extends Migration {
  override name = '0070-paused-rules';

  override up(): void {
    this.addSql(`
      alter table enrollment.standing_rule
        add column paused_at timestamptz,
        add column paused_for text check (paused_for in ('merged', 'inactive', 'role-ended', 'reach-narrowed')),
        add constraint standing_rule_pause check ((paused_at is null) = (paused_for is null))`);
  }
}
