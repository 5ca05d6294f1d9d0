import { Migration } from '@mikro-orm/migrations';

/** Tells other houses which roles are in force, for work that goes on in somebody's name, and by which id a force knows a person. */
export class GrantsAndIds extends Migration {
  override name = '0020-grants-and-ids';

  override up(): void {
    this.addSql(`
      create view identity.pub_grant as
      select g.person_id, g.role, g.scope_kind, g.scope_id
      from identity.role_grant g join identity.person p on p.id = g.person_id and p.active
      where g.revoked_at is null and (g.ends_at is null or g.ends_at > clock_timestamp())`);
    this.addSql(`
      create or replace view identity.pub_person as
      select p.id, p.email, p.given_name, p.family_name, p.sex, p.country, p.language, p.rank, p.institution_id,
        coalesce(i.path, '{}') as institution_path, p.active, p.birth_year::int as birth_year, p.time_zone, p.sort_name, p.merged_into,
        p.external_id, p.id_key
      from identity.person p left join identity.institution i on i.id = p.institution_id`);
  }
}
