import { Migration } from '@mikro-orm/migrations';

/** What other houses may read; columns as `contracts/views.ts` declares them. */
export class PublishedViews extends Migration {
  override name = '0004-published-views';

  override up(): void {
    this.addSql(`
      create view identity.pub_session as
      select s.token_hash, s.kind, s.person_id, p.language,
        (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'scope', jsonb_build_object('kind', g.scope_kind, 'id', g.scope_id))), '[]')
         from identity.role_grant g where g.person_id = s.person_id and g.revoked_at is null) as grants,
        s.expires_at
      from (
        select token_hash, 'session'::text as kind, person_id, expires_at from identity.session
        union all
        select token_hash, 'access-token'::text, person_id, expires_at from identity.access_token) s
      join identity.person p on p.id = s.person_id
      where p.active`);
    this.addSql(`
      create view identity.pub_person as
      select p.id, p.email, p.given_name, p.family_name, p.sex, p.country, p.language, p.rank, p.institution_id,
        coalesce(i.path, '{}') as institution_path, p.active
      from identity.person p left join identity.institution i on i.id = p.institution_id`);
    this.addSql(`create view identity.pub_institution as select id, code, name, country, parent_id, path from identity.institution`);
  }
}
