import { Migration } from '@mikro-orm/migrations';

/** Packages that are sent in pieces over lines that break. */
export class Uploads extends Migration {
  override name = '0004-uploads';

  /** `received` is the end of the last part; a part is entered only where it begins there, so that parts never overlap and leave no gap. */
  override up(): void {
    this.addSql(`
      create table content.resumable_upload (
        id uuid primary key,
        owner_id uuid not null,
        file_name text not null,
        size bigint not null check (size >= 0),
        received bigint not null default 0 check (received between 0 and size),
        package_id uuid,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null default clock_timestamp() + interval '7 days'
      )`);
    this.addSql(`create index resumable_upload_owner on content.resumable_upload (owner_id, id)`);
    this.addSql(`create index resumable_upload_expires on content.resumable_upload (expires_at)`);
    this.addSql(`
      create table content.upload_part (
        upload_id uuid not null references content.resumable_upload on delete cascade,
        start bigint not null,
        size bigint not null check (size > 0),
        storage_key text not null,
        primary key (upload_id, start)
      )`);
  }
}
