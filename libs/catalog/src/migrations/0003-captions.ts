import { Migration } from '@mikro-orm/migrations';

/** Captions of videos, by language: files of the course that belong to another. What is said in a video stays out of the published view. */
export class Captions extends Migration {
  override name = '0003-captions';

  override up(): void {
    this.addSql(`
      create table catalog.caption (
        file_id uuid not null references catalog.course_file,
        language text not null,
        caption_id uuid not null references catalog.course_file,
        primary key (file_id, language)
      )`);
    this.addSql(`create index caption_file on catalog.caption (caption_id)`);
    this.addSql(`
      create or replace view catalog.pub_unit as
      select course_version_id, id, position, kind, title, required, counts,
        case kind
          when 'page' then '{}'::jsonb
          when 'video' then (select coalesce(jsonb_object_agg(e.key, e.value - 'transcript'), '{}') from jsonb_each(contents) e)
          else contents
        end as contents
      from catalog.course_version_unit`);
  }
}
