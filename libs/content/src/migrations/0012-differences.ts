import { Migration } from '@mikro-orm/migrations';

/**
 * Where players came to another result than the server did from the same records. `claims`: the lease is of a player that says what it
 * came to; those of earlier releases did not, and are not asked.
 */
export class Differences extends Migration {
  override name = '0012-differences';

  override up(): void {
    this.addSql(`alter table content.lease add column claims boolean not null default false`);
    this.addSql(`alter table content.lease alter column claims set default true`);
    this.addSql(`
      create table content.difference (
        attempt_id uuid not null references content.attempt,
        epoch bigint not null,
        seq bigint not null,
        sco_id text not null,
        claimed jsonb,
        found jsonb not null,
        primary key (attempt_id, epoch, seq)
      )`);
  }
}
