import { Migration } from '@mikro-orm/migrations';

/**
 * How much an attempt holds of what content writes at will. `rare_units`: UTF-16 units of its rare elements, never less than there are;
 * `overfull`: it wrote more than there is room for, which stayed in its records alone.
 */
export class RoomOfAttempts extends Migration {
  override name = '0042-room-of-attempts';

  override up(): void {
    this.addSql(
      `alter table content.attempt add column rare_units bigint not null default 0, add column overfull boolean not null default false`,
    );
  }
}
