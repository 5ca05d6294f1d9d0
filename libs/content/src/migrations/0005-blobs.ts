import { Migration } from '@mikro-orm/migrations';

/** Files of packages by their content: equal files are stored once, with their compressed forms; packages can be removed. */
export class Blobs extends Migration {
  override name = '0005-blobs';

  /**
   * `br` and `gzip` are the sizes of the compressed forms beside the file, null where there is none. Files that were unpacked before
   * have no blob and lie at their own key. What refers to a blob keeps it: removing one that is in use breaks the foreign key.
   */
  override up(): void {
    this.addSql(`
      create table content.blob (
        sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint not null,
        storage_key text not null unique,
        br integer,
        gzip integer
      )`);
    this.addSql(`alter table content.package_file add blob text references content.blob`);
    this.addSql(`create index package_file_blob on content.package_file (blob)`);
    this.addSql(`alter table content.package add report jsonb`); // the tool that made it and its weight, a PackageReport
    this.rechecks();
    this.removal();
  }

  /** What a newer parser says otherwise of packages that are there, the latest for each. `changes` are codes that came and went, and fields. */
  private rechecks(): void {
    this.addSql(`
      create table content.recheck (
        package_id uuid primary key references content.package on delete cascade,
        at timestamptz not null default clock_timestamp(),
        from_version integer,
        to_version integer not null,
        outcome text not null check (outcome in ('same', 'changed', 'kept', 'failed')),
        changes jsonb not null default '{}'
      )`);
  }

  /** A removed package that others share stays, unseen, until the last of them goes. */
  private removal(): void {
    this.addSql(`alter table content.package add removed_at timestamptz`);
    this.addSql(`alter table content.package drop constraint package_state_check`);
    this.addSql(`
      alter table content.package add constraint package_state_check check (state in ('queued', 'unpacking', 'ready', 'refused', 'removing'))`);
    this.addSql(`
      create or replace view content.pub_package as
      select id, title, standard, state, owner_id from content.package where removed_at is null`);
    this.addSql(`create index attempt_package on content.attempt (package_id)`);
    this.addSql(`create index launch_package on content.launch (package_id)`);
  }
}
