import { Migration } from '@mikro-orm/migrations';

/** Whom a review was asked of by name. */
export class Reviewers extends Migration {
  override name = '0020-reviewers';

  override up(): void {
    this.addSql(`alter table catalog.course_review add column reviewer_id uuid`);
    this.addSql(`create index course_review_waiting on catalog.course_review (id) where state = 'open'`);
  }
}
