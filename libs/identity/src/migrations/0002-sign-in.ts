import { Migration } from '@mikro-orm/migrations';

/** Passwords, sessions, tokens, and the delay on wrong passwords. Of every secret only a hash is kept. */
export class SignInMethods extends Migration {
  override name = '0002-sign-in';

  override up(): void {
    this.addSql(`
      create table identity.password (
        person_id uuid primary key references identity.person on delete cascade,
        hash text not null,
        changed_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`
      create table identity.password_code (
        code_hash bytea primary key,
        person_id uuid not null references identity.person on delete cascade,
        kind text not null check (kind in ('reset', 'invitation')),
        email text not null,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null
      )`);
    this.addSql(`create index password_code_person on identity.password_code (person_id)`);
    this.addSql(`
      create table identity.sign_in_throttle (
        key bytea primary key,
        failures integer not null,
        failed_at timestamptz not null,
        blocked_until timestamptz not null
      )`);
    this.addSql(`
      create table identity.session (
        token_hash bytea primary key,
        person_id uuid not null references identity.person on delete cascade,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null
      )`);
    this.addSql(`create index session_person on identity.session (person_id)`);
    this.addSql(`create index session_expiry on identity.session (expires_at)`);
    this.addSql(`
      create table identity.access_token (
        id uuid primary key,
        token_hash bytea not null unique,
        person_id uuid not null references identity.person on delete cascade,
        name text not null,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null
      )`);
    this.addSql(`create index access_token_person on identity.access_token (person_id)`);
  }
}
