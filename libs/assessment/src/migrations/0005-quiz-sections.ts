import { Migration } from '@mikro-orm/migrations';

/** Quizzes in parts, with rules for their results and their marking; what an attempt shows of them. */
export class QuizSections extends Migration {
  override name = '0005-quiz-sections';

  override up(): void {
    // `used_at`: the first attempt; from then on what is asked stays as it is.
    this.addSql(`
      alter table assessment.quiz
        add column sections jsonb,
        add column question_count integer,
        add column release text not null default 'score' check (release in ('none', 'score', 'answers')),
        add column release_at text not null default 'graded' check (release_at in ('graded', 'closed')),
        add column markers smallint not null default 1 check (markers in (1, 2)),
        add column mark_tolerance numeric(5,4) not null default 0.2 check (mark_tolerance between 0 and 1),
        add column anonymous boolean not null default true,
        add column used_at timestamptz,
        add check ((sections is null) = (question_count is null)),
        add check (sections is null or pick is null)`);
    this.addSql(`
      update assessment.quiz q set used_at = clock_timestamp() where exists (select from assessment.attempt a where a.quiz_id = q.id)`);
    // Element n of each speaks of question n; null where the quiz says nothing of its own: no part, the points of the question itself.
    this.addSql(`alter table assessment.paper add column sections smallint[], add column worths integer[]`);
  }
}
