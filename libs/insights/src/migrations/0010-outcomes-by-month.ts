import { Migration } from '@mikro-orm/migrations';

/** In which month, UTC, somebody completed and got the certificate: what happened over time is counted from one index. */
export class OutcomesByMonth extends Migration {
  override name = '0010-outcomes-by-month';

  override up(): void {
    this.addSql(`
      alter table insights.learner
        add column completed_month date generated always as (date_trunc('month', completed_at at time zone 'UTC')::date) stored,
        add column certified_month date generated always as (date_trunc('month', certified_at at time zone 'UTC')::date) stored`);
    // holds every dimension, so that the table is not read; nothing in it changes while somebody studies
    this.addSql(`
      create index learner_outcome on insights.learner (completed_month, certified_month)
        include (edition_id, course_id, institution_id, country, sex, language, age, month)
        where completed_month is not null or certified_month is not null`);
  }
}
