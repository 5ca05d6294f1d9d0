import { Migration } from '@mikro-orm/migrations';

/** What cannot be summarized waits aside after some tries, and holds nobody else up. */
export class SummaryTries extends Migration {
  override name = '0040-summary-tries';

  override up(): void {
    this.addSql(`alter table content.interaction_due add column tries smallint not null default 0`);
  }
}
