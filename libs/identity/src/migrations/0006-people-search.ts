import { Migration } from '@mikro-orm/migrations';

/** The text that people are found by is kept with them: folding it again for each row that the index offers costs more than the row. */
export class PeopleSearch extends Migration {
  override name = '0006-people-search';

  override up(): void {
    this.addSql(`
      alter table identity.person add column search text not null generated always as
        (identity.fold(given_name || ' ' || family_name || ' ' || email || ' ' || coalesce(external_id, ''))) stored`);
    this.addSql(`drop index identity.person_search`);
    this.addSql(`create index person_search on identity.person using gin (search public.gin_trgm_ops)`);
  }
}
