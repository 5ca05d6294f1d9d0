import { Migration } from '@mikro-orm/migrations';

/** What learners take from course to course, as far as it changed accounts when two accounts of one person were merged. */
export class PersonMoves extends Migration {
  override name = '0030-person-moves';

  override up(): void {
    this.addSql(`
      create table content.person_move (
        merge_id uuid not null,
        kind text not null check (kind in ('objective', 'store')),
        key text not null,
        primary key (merge_id, kind, key)
      )`);
  }
}
