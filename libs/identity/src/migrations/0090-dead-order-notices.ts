import { Migration } from '@mikro-orm/migrations';

/** The last day of which administrators were told that orders of a kind gave up. */
export class DeadOrderNotices extends Migration {
  override name = '0090-dead-order-notices';

  override up(): void {
    this.addSql(`create table identity.dead_order_notice (kind text primary key, day date not null)`);
  }
}
