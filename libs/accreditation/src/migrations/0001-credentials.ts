import { Migration } from '@mikro-orm/migrations';

/** Signing keys, status lists, and credentials with their signed documents. */
export class Credentials extends Migration {
  override name = '0001-credentials';

  override up(): void {
    this.signingKeys();
    this.statusLists();
    this.credentials();
    this.documents();
    this.addSql(`
      create view accreditation.pub_credential as
      select id, enrollment_id, person_id, course_version_id, state, issued_at
      from accreditation.credential where superseded_at is null`);
  }

  /** A key is never deleted: what it signed must stay verifiable. One active key per issuer and purpose. */
  private signingKeys(): void {
    this.addSql(`
      create table accreditation.signing_key (
        id uuid primary key,
        purpose text not null check (purpose in ('credentials', 'status-list')),
        did text not null,
        verification_method text not null unique,
        public_key text not null,
        sealed_seed bytea not null,
        valid_from timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
        retired_at timestamptz(3)
      )`);
    this.addSql(`create unique index signing_key_active on accreditation.signing_key (did, purpose) where retired_at is null`);
  }

  /** `shuffled` holds every entry once, 4 bytes each, in random order: entries are given out from it, `taken` so far. */
  private statusLists(): void {
    this.addSql(`
      create table accreditation.status_list (
        id uuid primary key,
        did text not null,
        address text not null unique,
        entries integer not null check (entries >= 131072),
        taken integer not null default 0 check (taken between 0 and entries),
        open boolean not null default true,
        shuffled bytea not null,
        document text,
        published_at timestamptz(3),
        valid_until timestamptz(3)
      )`);
    // Out of line and not compressed, so that a slice is read without the rest.
    this.addSql(`alter table accreditation.status_list alter column shuffled set storage external`);
    this.addSql(`create unique index status_list_open on accreditation.status_list (did) where open`);
  }

  private credentials(): void {
    // No index names what issuing changes, and pages keep room: that update stays in its page and touches no index.
    this.addSql(`
      create table accreditation.credential (
        id text collate "C" primary key,
        enrollment_id uuid not null,
        completion_id uuid not null,
        person_id uuid not null,
        course_version_id uuid not null,
        completed_at timestamptz(3) not null,
        subject text not null,
        status_list_id uuid not null references accreditation.status_list,
        status_index integer not null,
        state text not null default 'pending' check (state in ('pending', 'issued', 'revoked')),
        created_at timestamptz(3) not null default date_trunc('milliseconds', clock_timestamp()),
        issued_at timestamptz(3),
        document_hash bytea,
        revoked_at timestamptz(3),
        revoked_by uuid,
        revocation_reason text,
        supersedes text collate "C" references accreditation.credential,
        superseded_at timestamptz(3),
        unique (status_list_id, status_index),
        check ((state = 'pending') = (issued_at is null)),
        check ((issued_at is null) = (document_hash is null)),
        check ((state = 'revoked') = (revoked_at is not null)),
        check ((revoked_at is null) = (revocation_reason is null))
      ) with (fillfactor = 50)`);
    this.addSql(`create unique index credential_enrollment on accreditation.credential (enrollment_id) where superseded_at is null`);
    this.addSql(`create unique index credential_supersedes on accreditation.credential (supersedes) where supersedes is not null`);
    this.addSql(`create index credential_person on accreditation.credential (person_id, created_at, id)`);
    this.addSql(`create index credential_recent on accreditation.credential (created_at, id)`);
    this.addSql(`create index credential_revoked on accreditation.credential (status_list_id) where revoked_at is not null`);
  }

  /** The signed bytes, in their canonical form (UTF-8). Written once. */
  private documents(): void {
    this.addSql(`
      create table accreditation.credential_document (
        credential_id text collate "C" primary key references accreditation.credential,
        document text not null check (document <> '')
      )`);
  }
}
