import { Migration } from '@mikro-orm/migrations';

/**
 * Passkeys (WebAuthn). `counter` is the authenticator's own, 0 where it has none. A challenge says what it is for: one half of a sign-in,
 * a whole one by passkey, whose person is not known yet, or a passkey to be added.
 */
export class PasskeyFactors extends Migration {
  override name = '0009-passkeys';

  override up(): void {
    this.addSql(`
      create table identity.passkey (
        id uuid primary key,
        person_id uuid not null references identity.person on delete cascade,
        name text not null,
        credential_id text not null unique,
        public_key bytea not null,
        counter bigint not null,
        created_at timestamptz not null default clock_timestamp(),
        used_at timestamptz
      )`);
    this.addSql(`create index passkey_person on identity.passkey (person_id)`);
    this.addSql(`
      alter table identity.sign_in_challenge
        alter column person_id drop not null,
        add column purpose text not null default 'second-factor' check (purpose in ('second-factor', 'passkey', 'registration'))`);
    this.addSql(`
      create or replace view identity.pub_session as
      select s.token_hash, s.kind, s.person_id, p.language,
        (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'scope', jsonb_build_object('kind', g.scope_kind, 'id', g.scope_id))), '[]')
         from identity.role_grant g where g.person_id = s.person_id and g.revoked_at is null) as grants,
        s.expires_at,
        exists (select from identity.totp t where t.person_id = s.person_id and t.confirmed_at is not null)
          or exists (select from identity.passkey k where k.person_id = s.person_id) as second_factor
      from (
        select token_hash, 'session'::text as kind, person_id, expires_at from identity.session
        union all
        select token_hash, 'access-token'::text, person_id, expires_at from identity.access_token) s
      join identity.person p on p.id = s.person_id
      where p.active`);
  }
}
