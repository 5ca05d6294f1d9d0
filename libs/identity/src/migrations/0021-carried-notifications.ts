import { Migration } from '@mikro-orm/migrations';

/** What was said to a duplicate account is read by the one that stays, and goes back when the merge is undone. */
export class CarriedNotifications extends Migration {
  override name = '0021-carried-notifications';

  override up(): void {
    this.addSql(`alter table identity.notification add column addressed_to uuid`);
    this.addSql(
      `comment on column identity.notification.addressed_to is 'the merged account that it was meant for; null: the person itself'`,
    );
  }
}
