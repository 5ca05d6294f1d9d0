import { Migration } from '@mikro-orm/migrations';

/**
 * Second factors. The key of an authenticator app is kept sealed, of recovery codes a keyed hash. `last_step` is the time step of the
 * last code that was taken: none is taken twice (RFC 6238, 5.2). Who has a factor is published with every session.
 */
export class SecondFactors extends Migration {
  override name = '0008-second-factors';

  override up(): void {
    this.addSql(`
      create table identity.totp (
        person_id uuid primary key references identity.person on delete cascade,
        sealed_key bytea not null,
        last_step bigint not null default 0,
        created_at timestamptz not null default clock_timestamp(),
        confirmed_at timestamptz
      )`);
    this.addSql(`
      create table identity.recovery_code (
        person_id uuid not null references identity.person on delete cascade,
        code_hash bytea not null,
        primary key (person_id, code_hash)
      )`);
    this.addSql(`
      create table identity.sign_in_challenge (
        id_hash bytea primary key,
        person_id uuid not null references identity.person on delete cascade,
        tries integer not null default 0,
        expires_at timestamptz not null
      )`);
    this.addSql(`create index sign_in_challenge_person on identity.sign_in_challenge (person_id)`);
    this.addSql(`create index sign_in_challenge_expiry on identity.sign_in_challenge (expires_at)`);
    this.addSql(`
      create table identity.second_factor_reset (
        id uuid primary key,
        person_id uuid not null references identity.person on delete cascade,
        reset_by uuid not null,
        reset_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create index second_factor_reset_person on identity.second_factor_reset (person_id)`);
    this.addSql(`
      create or replace view identity.pub_session as
      select s.token_hash, s.kind, s.person_id, p.language,
        (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'scope', jsonb_build_object('kind', g.scope_kind, 'id', g.scope_id))), '[]')
         from identity.role_grant g where g.person_id = s.person_id and g.revoked_at is null) as grants,
        s.expires_at,
        exists (select from identity.totp t where t.person_id = s.person_id and t.confirmed_at is not null) as second_factor
      from (
        select token_hash, 'session'::text as kind, person_id, expires_at from identity.session
        union all
        select token_hash, 'access-token'::text, person_id, expires_at from identity.access_token) s
      join identity.person p on p.id = s.person_id
      where p.active`);
  }
}
