import { Migration } from '@mikro-orm/migrations';

/** Suspensions with their reasons, closed institutions, duplicates and what merging them did. */
export class PeopleInCare extends Migration {
  override name = '0011-people-in-care';

  override up(): void {
    this.addSql(`alter table identity.institution add column closed_at timestamptz`);
    this.addSql(`
      create table identity.suspension (
        id uuid primary key,
        person_id uuid not null references identity.person on delete cascade,
        reason text,
        suspended_by uuid,
        suspended_at timestamptz not null default clock_timestamp(),
        reinstated_by uuid,
        reinstated_at timestamptz,
        reinstatement_reason text
      )`);
    this.addSql(`create unique index suspension_open on identity.suspension (person_id) where reinstated_at is null`);
    this.addSql(`create index suspension_person on identity.suspension (person_id, id)`);
    this.duplicates();
    this.merges();
  }

  /** What two accounts of one person have in common: the id without its separators, what stands before the @ without dots and tags. */
  private duplicates(): void {
    this.addSql(`
      alter table identity.person
        add column id_key text generated always as
          (nullif(lower(regexp_replace(external_id, '[^[:alnum:]]', '', 'g')), '')) stored,
        add column mail_key text not null generated always as
          (regexp_replace(split_part(split_part(email, '@', 1), '+', 1), '[._-]', '', 'g')) stored`);
    this.addSql(`create index person_id_key on identity.person (id_key) where id_key is not null`);
    this.addSql(`create index person_mail_key on identity.person (mail_key)`);
    this.addSql(`
      create table identity.distinct_people (
        one_id uuid not null references identity.person on delete cascade,
        other_id uuid not null references identity.person on delete cascade,
        noted_by uuid not null,
        noted_at timestamptz not null default clock_timestamp(),
        primary key (one_id, other_id),
        check (one_id < other_id)
      )`);
  }

  /** `before` of both accounts holds the values of `taken`, and whether the one that went was active: all that an undoing needs. */
  private merges(): void {
    this.addSql(`
      create table identity.person_merge (
        id uuid primary key,
        kept_id uuid not null references identity.person,
        merged_id uuid not null references identity.person,
        merged_by uuid not null,
        merged_at timestamptz not null default clock_timestamp(),
        taken text[] not null,
        kept_before jsonb not null,
        merged_before jsonb not null,
        grant_ids uuid[] not null,
        undone_by uuid,
        undone_at timestamptz,
        check (kept_id <> merged_id)
      )`);
    this.addSql(`create unique index person_merge_in_force on identity.person_merge (merged_id) where undone_at is null`);
    this.addSql(`create index person_merge_kept on identity.person_merge (kept_id, id)`);
    this.addSql(`create index person_merge_merged on identity.person_merge (merged_id, id)`);
    this.addSql(`
      create function identity.kept_account(account uuid) returns uuid language sql stable
      begin atomic
        with recursive up as (
          select p.id, p.merged_into from identity.person p where p.id = account
          union all
          select p.id, p.merged_into from identity.person p join up on p.id = up.merged_into)
        select up.id from up where up.merged_into is null;
      end`);
  }
}
