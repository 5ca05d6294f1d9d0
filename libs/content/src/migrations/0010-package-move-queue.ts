import { Migration } from '@mikro-orm/migrations';

/** A move finds its attempts once and works them off: looking for the next ones among all learners would cost more with each chunk. */
export class PackageMoveQueue extends Migration {
  override name = '0010-package-move-queue';

  /** `left`: the learner had the course open, or was no longer whom the rule means, when their turn came. */
  override up(): void {
    this.addSql(`alter table content.package_move_item alter column to_attempt drop not null`);
    this.addSql(`alter table content.package_move_item drop constraint package_move_item_state_check`);
    this.addSql(`
      alter table content.package_move_item add constraint package_move_item_state_check
        check (state in ('waiting', 'moved', 'left', 'reversed', 'stayed')),
      add check ((state in ('waiting', 'left')) = (to_attempt is null))`);
    this.addSql(`create index package_move_item_waiting on content.package_move_item (move_id, from_attempt) where state = 'waiting'`);
  }
}
