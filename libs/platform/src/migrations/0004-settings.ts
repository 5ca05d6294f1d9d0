import { Migration } from '@mikro-orm/migrations';

/** What an administrator sets without code: the values, each change of one, and the pictures of the academy. */
export class AcademyWideSettings extends Migration {
  override name = '0004-settings';

  override up(): void {
    this.addSql(`create sequence platform.setting_revision`);
    this.addSql(`
      create table platform.setting (
        name text primary key,
        value jsonb,
        revision bigint not null default nextval('platform.setting_revision'),
        changed_by uuid,
        changed_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`
      create table platform.setting_change (
        id uuid primary key,
        name text not null,
        old_value jsonb,
        new_value jsonb,
        changed_by uuid not null,
        changed_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create table platform.brand_logo (id uuid primary key, type text not null, bytes bytea not null)`);
  }
}
