import { Migration } from '@mikro-orm/migrations';

/** Courses as their authors work on them, the published versions, which never change, and the files of courses. */
export class Courses extends Migration {
  override name = '0001-courses';

  override up(): void {
    this.words();
    this.drafts();
    this.versions();
    this.views();
  }

  /** Search is without accents and capitals: `fold` is unaccent with its dictionary named, which is what makes it immutable. */
  private words(): void {
    this.addSql(`
      create function catalog.fold(words text) returns text language sql immutable strict parallel safe
      as $$ select lower(public.unaccent('public.unaccent'::regdictionary, words)) $$`);
    this.addSql(`
      create function catalog.searchable(code text, title jsonb, summary jsonb) returns text language sql immutable parallel safe
      as $$ select catalog.fold(concat_ws(' ', code, title->>'es', title->>'pt', title->>'en', title->>'fr',
        summary->>'es', summary->>'pt', summary->>'en', summary->>'fr')) $$`);
  }

  private drafts(): void {
    this.addSql(`
      create table catalog.course (
        id uuid primary key,
        code text not null,
        title jsonb not null,
        summary jsonb,
        hours numeric not null check (hours >= 0),
        languages text[] not null check (cardinality(languages) > 0),
        institution_id uuid,
        owner_id uuid not null,
        public boolean not null,
        completion jsonb not null,
        versions integer not null default 0,
        newest_version_id uuid,
        search text not null generated always as (catalog.searchable(code, title, summary)) stored
      )`);
    this.addSql(`create unique index course_code on catalog.course (lower(code))`);
    this.addSql(`create index course_owner on catalog.course (owner_id)`);
    this.addSql(`
      create table catalog.unit (
        id uuid primary key,
        course_id uuid not null references catalog.course,
        position integer not null,
        kind text not null check (kind in ('scorm', 'quiz', 'page', 'video', 'file', 'session')),
        title jsonb not null,
        contents jsonb not null,
        required boolean not null
      )`);
    this.addSql(`create index unit_course on catalog.unit (course_id, position)`);
    this.addSql(`
      create table catalog.course_file (
        id uuid primary key,
        course_id uuid not null references catalog.course,
        name text not null,
        content_type text not null,
        size bigint not null,
        etag text not null,
        uploaded_by uuid not null,
        uploaded_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create index course_file_course on catalog.course_file (course_id)`);
  }

  private versions(): void {
    this.addSql(`
      create table catalog.course_version (
        id uuid primary key,
        course_id uuid not null references catalog.course,
        number integer not null,
        code text not null,
        title jsonb not null,
        summary jsonb,
        hours numeric not null,
        languages text[] not null,
        completion jsonb not null,
        institution_id uuid,
        published_by uuid not null,
        published_at timestamptz not null default date_trunc('milliseconds', clock_timestamp()),
        search text not null generated always as (catalog.searchable(code, title, summary)) stored,
        unique (course_id, number)
      )`);
    this.addSql(`create index course_version_search on catalog.course_version using gin (search public.gin_trgm_ops)`);
    this.addSql(`alter table catalog.course add foreign key (newest_version_id) references catalog.course_version`);
    this.addSql(`
      create table catalog.course_version_unit (
        course_version_id uuid not null references catalog.course_version,
        id uuid not null,
        position integer not null,
        kind text not null,
        title jsonb not null,
        contents jsonb not null,
        required boolean not null,
        counts boolean not null,
        primary key (course_version_id, id)
      )`);
    this.addSql(`
      create function catalog.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'a published version never changes' using errcode = 'restrict_violation';
      end $$`);
    for (const table of ['course_version', 'course_version_unit'])
      this.addSql(`create trigger ${table}_is_final before update or delete or truncate on catalog.${table}
        for each statement execute function catalog.refuse_change()`);
  }

  private views(): void {
    this.addSql(`
      create view catalog.pub_course_version as
      select id, course_id, number, code, title, summary, languages, hours, completion, institution_id, published_at
      from catalog.course_version`);
    this.addSql(`
      create view catalog.pub_unit as
      select course_version_id, id, position, kind, title, required, counts,
        case when kind = 'page' then '{}'::jsonb else contents end as contents
      from catalog.course_version_unit`);
  }
}
