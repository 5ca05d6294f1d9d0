import { Migration } from '@mikro-orm/migrations';

/** Captions of videos that lie elsewhere, by address and language: files of the course that plays them. */
export class AddressCaptions extends Migration {
  override name = '0021-address-captions';

  override up(): void {
    this.addSql(`
      create table catalog.address_caption (
        course_id uuid not null references catalog.course,
        address text not null,
        language text not null,
        caption_id uuid not null references catalog.course_file,
        primary key (course_id, address, language)
      )`);
    this.addSql(`create index address_caption_file on catalog.address_caption (caption_id)`);
  }
}
