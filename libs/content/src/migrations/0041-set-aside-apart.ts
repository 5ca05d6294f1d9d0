import { Migration } from '@mikro-orm/migrations';

/** What is set aside is told apart by what it says: a device that lost its last records gives their numbers out again to others. */
export class SetAsideApart extends Migration {
  override name = '0041-set-aside-apart';

  override up(): void {
    this.addSql(`alter table content.quarantine add column print uuid not null generated always as (md5(body::text)::uuid) stored`);
    this.addSql(`alter table content.quarantine drop constraint quarantine_pkey, add primary key (attempt_id, epoch, seq, print)`);
  }
}
