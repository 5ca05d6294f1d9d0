import { Migration } from '@mikro-orm/migrations';

/** Batches by rule, rules that go on, and batches that are taken back. */
export class EnrollmentRules extends Migration {
  override name = '0006-enrollment-rules';

  override up(): void {
    this.addSql(`
      create table enrollment.standing_rule (
        id uuid primary key,
        edition_id uuid not null references enrollment.edition,
        rule jsonb not null,
        requested_by uuid not null,
        reach uuid[],
        created_at timestamptz not null default clock_timestamp(),
        applied_at timestamptz,
        stopped_at timestamptz
      )`);
    this.addSql(`create index standing_rule_edition on enrollment.standing_rule (edition_id, id)`);
    this.addSql(`
      alter table enrollment.enrollment_batch
        drop constraint enrollment_batch_kind_check,
        add constraint enrollment_batch_kind_check check (kind in ('list', 'institution', 'everyone', 'rule')),
        add column rule jsonb,
        add column standing_rule_id uuid references enrollment.standing_rule,
        add column reversal text check (reversal in ('queued', 'running', 'done')),
        add column reversed_by uuid,
        add column reversal_reached uuid,
        add column withdrawn integer not null default 0,
        add column kept integer not null default 0`);
    this.addSql(`create index enrollment_batch_edition on enrollment.enrollment_batch (edition_id, id)`);
    this.addSql(`create index enrollment_batch_rule on enrollment.enrollment_batch (standing_rule_id) where standing_rule_id is not null`);
  }
}
