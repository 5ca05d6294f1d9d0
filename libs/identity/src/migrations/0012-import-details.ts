import { Migration } from '@mikro-orm/migrations';

/** The year of birth in files of people, and why a reversal left somebody as they were. */
export class ImportDetails extends Migration {
  override name = '0012-import-details';

  override up(): void {
    this.addSql(`alter table identity.import_row add column birth_year smallint`);
    this.addSql(`alter table identity.import_change add column reason text`);
    this.addSql(`create index import_change_outcome on identity.import_change (import_id, outcome, line) where outcome is not null`);
  }
}
