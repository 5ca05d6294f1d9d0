import { Migration } from '@mikro-orm/migrations';

/** Each house sees its own answers under idempotency keys alone; what is removed by its age is found by it. */
export class KeptApart extends Migration {
  override name = '0020-kept-apart';

  override up(): void {
    // kept answers may hold what their house alone may tell
    this.addSql(`alter table platform.idempotency enable row level security`);
    this.addSql(`create policy own_house on platform.idempotency using (house = substr(current_user, 6))`);
    this.addSql(`create policy plumbing on platform.idempotency to aula_platform using (true)`);
    this.addSql(`create index event_recorded on platform.event (recorded_at)`);
    this.addSql(`create index delivery_ended on platform.delivery (done_at) where state = 'done'`);
    this.addSql(`create index mail_with_code on platform.mail (id) where body ~ '[?&]code=[\\w-]'`);
    this.addSql(`create index mail_created on platform.mail (created_at)`);
  }
}
