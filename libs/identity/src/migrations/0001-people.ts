import { Migration } from '@mikro-orm/migrations';

/** Member States, institutions, people, their roles. */
export class People extends Migration {
  override name = '0001-people';

  override up(): void {
    // unaccent is "stable" because its rules are a file; ours never changes, and an index needs an immutable function.
    this.addSql(`
      create function identity.fold(value text) returns text language sql immutable strict parallel safe
      return lower(public.unaccent('public.unaccent'::regdictionary, value))`);
    this.addSql(`create table identity.member_state (country text primary key check (country ~ '^[A-Z]{2}$'), name jsonb not null)`);
    this.addSql(`
      create table identity.institution (
        id uuid primary key,
        code text not null,
        name text not null,
        country text not null references identity.member_state,
        parent_id uuid references identity.institution,
        path uuid[] not null check (path[cardinality(path)] = id),
        created_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create unique index institution_code on identity.institution (lower(code))`);
    this.addSql(`create index institution_name on identity.institution (name, id)`);
    this.addSql(`create index institution_parent on identity.institution (parent_id)`);
    this.addSql(`create index institution_path on identity.institution using gin (path)`);
    // E-mail addresses are kept in lower case. revision counts changes, so that a reversal sees what was changed since.
    this.addSql(`
      create table identity.person (
        id uuid primary key,
        external_id text,
        email text not null check (email = lower(email)),
        given_name text not null,
        family_name text not null,
        sex text check (sex in ('F', 'M', 'X')),
        country text references identity.member_state,
        institution_id uuid references identity.institution,
        rank text,
        language text not null default 'es' check (language in ('es', 'pt', 'en', 'fr')),
        active boolean not null default true,
        deactivated_by uuid,
        revision integer not null default 1,
        created_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create unique index person_email on identity.person (email)`);
    this.addSql(`create unique index person_external_id on identity.person (external_id) where external_id is not null`);
    this.addSql(`create index person_name on identity.person (family_name, given_name, id)`);
    this.addSql(`create index person_institution on identity.person (institution_id)`);
    this.addSql(`
      create index person_search on identity.person using gin
        (identity.fold(given_name || ' ' || family_name || ' ' || email || ' ' || coalesce(external_id, '')) public.gin_trgm_ops)`);
    this.addSql(`
      create table identity.role_grant (
        id uuid primary key,
        person_id uuid not null references identity.person,
        role text not null,
        scope_kind text not null,
        scope_id uuid,
        granted_by uuid,
        granted_at timestamptz not null default clock_timestamp(),
        revoked_at timestamptz,
        check ((scope_kind = 'everything') = (scope_id is null))
      )`);
    this.addSql(`
      create unique index role_grant_in_force on identity.role_grant (person_id, role, scope_kind, scope_id)
      nulls not distinct where revoked_at is null`);
    this.addSql(`create index role_grant_person on identity.role_grant (person_id)`);
  }
}
