import { Migration } from '@mikro-orm/migrations';

/** What attempts that took the place of others began with: their records go on from it, and so does every state that they have had. */
export class CarriedStates extends Migration {
  override name = '0011-carried-states';

  override up(): void {
    this.addSql(`
      create table content.carried_state (
        attempt_id uuid primary key references content.attempt,
        state jsonb not null
      )`);
  }
}
