import { Migration } from '@mikro-orm/migrations';

/** Sequenced packages: the state of the activity tree, and what a learner takes from course to course. */
export class Sequencing extends Migration {
  override name = '0003-sequencing';

  override up(): void {
    this.addSql(`
      create table content.sequencing (
        attempt_id uuid primary key references content.attempt,
        state jsonb not null
      ) with (fillfactor = 70)`);
    this.addSql(`
      create table content.shared_objective (
        person_id uuid not null,
        objective_id text not null,
        state jsonb not null,
        primary key (person_id, objective_id)
      ) with (fillfactor = 80)`);
    this.addSql(`
      create table content.shared_store (
        person_id uuid not null,
        store_id text not null,
        data text not null,
        primary key (person_id, store_id)
      ) with (fillfactor = 80)`);
    this.addSql(`alter table content.sco add column attempt_from double precision not null default 0`);
  }
}
