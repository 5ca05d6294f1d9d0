import { Migration } from '@mikro-orm/migrations';

/** Roles that end by themselves, tokens taken away by administrators, and checks of the audit. */
export class IdentityAdministration extends Migration {
  override name = '0014-administration';

  override up(): void {
    this.addSql(`alter table identity.role_grant add column ends_at timestamptz`);
    this.addSql(`create index role_grant_ending on identity.role_grant (ends_at) where revoked_at is null and ends_at is not null`);
    this.addSql(`create index role_grant_scope on identity.role_grant (role, scope_kind, scope_id) where revoked_at is null`);
    this.addSql(`
      create or replace view identity.pub_session as
      select s.token_hash, s.kind, s.person_id, p.language,
        (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'scope', jsonb_build_object('kind', g.scope_kind, 'id', g.scope_id))), '[]')
         from identity.role_grant g
         where g.person_id = s.person_id and g.revoked_at is null and (g.ends_at is null or g.ends_at > clock_timestamp())) as grants,
        s.expires_at,
        exists (select from identity.totp t where t.person_id = s.person_id and t.confirmed_at is not null)
          or exists (select from identity.passkey k where k.person_id = s.person_id) as second_factor
      from (
        select token_hash, 'session'::text as kind, person_id, expires_at from identity.session
        union all
        select token_hash, 'access-token'::text, person_id, expires_at from identity.access_token) s
      join identity.person p on p.id = s.person_id
      where p.active`);
    this.addSql(`
      create table identity.token_revocation (
        id uuid primary key,
        token_id uuid not null,
        person_id uuid not null references identity.person on delete cascade,
        revoked_by uuid not null,
        revoked_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create index token_revocation_person on identity.token_revocation (person_id)`);
    this.addSql(`
      create table identity.audit_check (
        id uuid primary key,
        state text not null default 'queued' check (state in ('queued', 'running', 'whole', 'broken', 'failed')),
        requested_by uuid,
        requested_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz,
        expected bigint not null default 0,
        seen bigint not null default 0,
        entries bigint not null default 0,
        items bigint not null default 0,
        broken jsonb
      )`);
    this.addSql(`create unique index audit_check_running on identity.audit_check ((true)) where state in ('queued', 'running')`);
  }
}
