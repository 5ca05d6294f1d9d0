import { Migration } from '@mikro-orm/migrations';

/** Questions that are found by tags and words, retired instead of removed, written in several languages; essays. */
export class QuestionUpkeep extends Migration {
  override name = '0004-question-upkeep';

  override up(): void {
    this.addSql(`alter table assessment.question add column tags text[] not null default '{}', add column retired_at timestamptz`);
    this.addSql(`
      alter table assessment.question_version
        add column language text check (language in ('es', 'pt', 'en', 'fr')),
        add column translations jsonb not null default '{}',
        add column word_limit integer check (word_limit > 0),
        add column rubric jsonb not null default '[]',
        drop constraint question_version_kind_check,
        add constraint question_version_kind_check
          check (kind in ('single-choice', 'multiple-choice', 'true-false', 'numeric', 'short-answer', 'essay'))`);
    this.addSql(`
      create function assessment.fold(words text) returns text language sql immutable strict parallel safe
      as $$ select lower(public.unaccent('public.unaccent'::regdictionary, words)) $$`);
  }
}
