import { Migration } from '@mikro-orm/migrations';

/**
 * What rosters of 200,000 are filtered and sorted by, kept with the enrollment: which units are done, when something was done last,
 * and a deadline of one's own, which everybody who asks when an enrollment ends is told. And ways to look at rosters.
 */
export class Rosters extends Migration {
  override name = '0004-rosters';

  override up(): void {
    this.addSql(`
      alter table enrollment.enrollment
        add column done_units uuid[] not null default '{}',
        add column active_at timestamptz,
        add column extended_to timestamptz,
        add column reminded_at timestamptz`);
    this.addSql(`create index enrollment_extended on enrollment.enrollment (edition_id, extended_to) where extended_to is not null`);
    this.addSql(`
      update enrollment.enrollment e set active_at = p.at
      from (select enrollment_id, max(changed_at) as at from enrollment.unit_progress group by 1) p where p.enrollment_id = e.id`);
    // the neighbour's view is there wherever enrollments are
    this.addSql(`do $$ begin
      if to_regclass('catalog.pub_unit') is not null then
        update enrollment.enrollment e set done_units = f.units
        from (
          select p.enrollment_id, array_agg(u.id order by u.position) as units
          from enrollment.unit_progress p
          join enrollment.enrollment n on n.id = p.enrollment_id
          join enrollment.edition d on d.id = n.edition_id
          join catalog.pub_course_version v on v.id = d.course_version_id
          join catalog.pub_unit u on u.course_version_id = v.id and u.id = p.unit_id and (u.required or u.counts)
          where case when u.kind = 'quiz'
            then p.passed and (not u.counts or coalesce(p.score >= (v.completion->>'minimumScore')::float8, v.completion->>'minimumScore' is null))
            else p.completed or p.passed end
          group by 1) f
        where f.enrollment_id = e.id;
      end if; end $$`);
    this.addSql(`
      create or replace view enrollment.pub_enrollment as
      select e.id, e.person_id, e.edition_id, d.course_version_id, e.state, d.opens_at, coalesce(e.extended_to, d.closes_at) as closes_at
      from enrollment.enrollment e join enrollment.edition d on d.id = e.edition_id`);
    this.views();
  }

  private views(): void {
    this.addSql(`
      create table enrollment.roster_view (
        id uuid primary key,
        owner_id uuid not null,
        institution_id uuid,
        name text not null,
        filter jsonb not null,
        sort text not null,
        columns text[] not null,
        changed_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create index roster_view_owner on enrollment.roster_view (owner_id)`);
    this.addSql(`create index roster_view_institution on enrollment.roster_view (institution_id) where institution_id is not null`);
    this.addSql(`
      create table enrollment.roster_standard (
        person_id uuid primary key,
        view_id uuid not null references enrollment.roster_view on delete cascade
      )`);
  }
}
