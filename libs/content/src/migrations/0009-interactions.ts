import { Migration } from '@mikro-orm/migrations';

/** Answers to the questions of packages, a row each, so that a report over a cohort reads numbers and no documents. */
export class Interactions extends Migration {
  override name = '0009-interactions';

  /**
   * `interaction_due` has no key that two writers could meet at: a commit never waits for whoever empties it. `rest` is the share of right
   * answers that the same person gave to the other questions.
   */
  override up(): void {
    this.addSql(`
      create table content.interaction_due (
        id bigint generated always as identity primary key,
        attempt_id uuid not null,
        sco_id text not null
      )`);
    this.addSql(`
      create table content.question (
        id bigint generated always as identity primary key,
        package_id uuid not null references content.package on delete cascade,
        sco_id text not null,
        interaction_id text not null,
        type text,
        description text,
        unique (package_id, sco_id, interaction_id)
      )`);
    this.addSql(`
      create table content.interaction (
        attempt_id uuid not null,
        question_id bigint not null references content.question on delete cascade,
        edition_id uuid not null,
        tries integer not null,
        correct boolean,
        latency double precision,
        rest double precision,
        response text,
        primary key (attempt_id, question_id)
      ) with (fillfactor = 80)`);
    this.addSql(`create index interaction_edition on content.interaction (edition_id, question_id)`);
    this.traits();
    this.addSql(`insert into content.interaction_due (attempt_id, sco_id) select attempt_id, sco_id from content.sco_data`);
    this.addSql(
      `insert into content.interaction_due (attempt_id, sco_id) select id, '' from content.attempt where completion = 'completed'`,
    );
  }

  /** What completed attempts are compared by: how long they took, how much was answered, and a print of everything that was said, and when. */
  private traits(): void {
    this.addSql(`
      create table content.attempt_trait (
        attempt_id uuid primary key references content.attempt,
        edition_id uuid not null,
        package_id uuid not null,
        person_id uuid not null,
        seconds double precision not null,
        answers integer not null,
        records integer not null,
        print uuid not null
      ) with (fillfactor = 80)`);
    this.addSql(`create index attempt_trait_cohort on content.attempt_trait (edition_id, package_id) include (seconds, answers)`);
    this.addSql(`create index attempt_trait_print on content.attempt_trait (print)`);
  }
}
