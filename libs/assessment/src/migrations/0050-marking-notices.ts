import { Migration } from '@mikro-orm/migrations';

/** The last day on which it was said that answers of an edition wait for markers. */
export class MarkingNotices extends Migration {
  override name = '0050-marking-notices';

  override up(): void {
    this.addSql(`create table assessment.marking_notice (edition_id uuid primary key, day date not null)`);
  }
}
