import { Migration } from '@mikro-orm/migrations';

/** Packages as they were uploaded, the files that were unpacked from them, and the uploads under way. */
export class Packages extends Migration {
  override name = '0001-packages';

  override up(): void {
    this.words();
    this.packages();
    this.files();
    this.uploads();
    this.views();
  }

  /** Search is without accents and capitals; naming the dictionary is what makes it immutable. */
  private words(): void {
    this.addSql(`
      create function content.fold(words text) returns text language sql immutable strict parallel safe
      as $$ select lower(public.unaccent('public.unaccent'::regdictionary, words)) $$`);
  }

  /**
   * `manifest` is a Manifest of libs/scorm and `items` its tree in short, both there when ready; `findings` are without texts.
   * A package of bytes that are held already `shares` the upload and the files of the one that came first: all files lie under `prefix`.
   * `begun` counts the starts of its unpacking and fences off all but the latest, `failed` those that ended in an error.
   */
  private packages(): void {
    this.addSql(`
      create table content.package (
        id uuid primary key,
        owner_id uuid not null,
        state text not null default 'queued' check (state in ('queued', 'unpacking', 'ready', 'refused')),
        file_name text not null,
        size bigint not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        prefix text not null generated always as ('pkg/' || sha256 || '/') stored,
        shares uuid references content.package,
        zip_key text,
        standard text,
        title text,
        manifest jsonb,
        items jsonb not null default '[]',
        parser_version integer,
        findings jsonb not null default '[]',
        files integer not null default 0,
        progress double precision not null default 0 check (progress between 0 and 1),
        begun integer not null default 0,
        failed integer not null default 0,
        busy_until timestamptz,
        idempotency_key text,
        created_at timestamptz not null default clock_timestamp(),
        touched_at timestamptz not null default clock_timestamp(),
        search text not null generated always as (content.fold(coalesce(title, '') || ' ' || file_name)) stored,
        check (state <> 'ready' or (manifest is not null and standard is not null and title is not null)),
        unique (owner_id, idempotency_key)
      )`);
    this.addSql(`create unique index package_holder on content.package (sha256) where shares is null and state <> 'refused'`);
    this.addSql(`create index package_shares on content.package (shares) where shares is not null`);
    this.addSql(`create index package_owner on content.package (owner_id, id)`);
    this.addSql(`create index package_search on content.package using gin (search public.gin_trgm_ops)`);
    this.addSql(`create index package_underway on content.package (touched_at) where state in ('queued', 'unpacking')`);
  }

  /** Look up by (sha256, path) first, then by (sha256, folded): the path in lower case as JavaScript makes it. */
  private files(): void {
    this.addSql(`
      create table content.package_file (
        sha256 text not null,
        path text not null,
        folded text not null,
        size bigint not null,
        content_type text not null,
        attachment boolean not null,
        storage_key text not null,
        etag text not null,
        primary key (sha256, path)
      )`);
    this.addSql(`create index package_file_folded on content.package_file (sha256, folded)`);
  }

  /** Written before the first byte is stored, removed with the insertion of its package: what an interrupted upload left is found. */
  private uploads(): void {
    this.addSql(`
      create table content.upload (
        id uuid primary key,
        zip_key text not null,
        started_at timestamptz not null default clock_timestamp()
      )`);
  }

  private views(): void {
    this.addSql(`create view content.pub_package as select id, title, standard, state, owner_id from content.package`);
  }
}
