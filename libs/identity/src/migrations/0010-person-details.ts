import { Migration } from '@mikro-orm/migrations';

/** What rosters sort by, statistics group by, messages are timed by, and which account a duplicate was merged into. */
export class PersonDetails extends Migration {
  override name = '0010-person-details';

  override up(): void {
    this.addSql(`
      alter table identity.person
        add column birth_year smallint check (birth_year between 1900 and 2100),
        add column time_zone text,
        add column merged_into uuid references identity.person check (merged_into <> id),
        add column sort_name text not null generated always as (identity.fold(family_name || ' ' || given_name)) stored`);
    this.addSql(`create index person_sort_name on identity.person (sort_name, id)`);
    this.addSql(`create index person_merged_into on identity.person (merged_into) where merged_into is not null`);
    this.addSql(`
      create or replace view identity.pub_person as
      select p.id, p.email, p.given_name, p.family_name, p.sex, p.country, p.language, p.rank, p.institution_id,
        coalesce(i.path, '{}') as institution_path, p.active, p.birth_year::int as birth_year, p.time_zone, p.sort_name, p.merged_into
      from identity.person p left join identity.institution i on i.id = p.institution_id`);
  }
}
