import { Migration } from '@mikro-orm/migrations';

/**
 * Shared objectives and data that a lease brought into a sequenced attempt from the learner's other courses: no record tells of them, so
 * an earlier state can only be folded with them. Behind (epoch, seq) of the last record before; only what the attempt did not know.
 */
export class BroughtStates extends Migration {
  override name = '0060-brought-states';

  override up(): void {
    this.addSql(`
      create table content.brought_state (
        attempt_id uuid not null references content.attempt,
        epoch bigint not null,
        seq bigint not null,
        objectives jsonb not null,
        stores jsonb not null,
        primary key (attempt_id, epoch, seq)
      )`);
  }
}
