import { Migration } from '@mikro-orm/migrations';

/** Which enrollments changed accounts when two accounts of one person were merged; `was_state`: it was withdrawn for that. */
export class PersonMoves extends Migration {
  override name = '0030-person-moves';

  override up(): void {
    this.addSql(`
      create table enrollment.person_move (
        merge_id uuid not null,
        enrollment_id uuid not null references enrollment.enrollment,
        from_id uuid not null,
        to_id uuid not null,
        was_state text check (was_state in ('pending', 'active')),
        moved_at timestamptz not null default clock_timestamp(),
        returned_at timestamptz,
        primary key (merge_id, enrollment_id)
      )`);
  }
}
