import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows } from '@aula/platform';
import { thresholds, type Compared } from './plausibility.entity.js';

/** Twins beyond this many are not counted. */
const mostTwins = 100;

/** Completed attempts among these, each with what it is compared by. */
export const comparisonsOf = (em: EntityManager, attemptIds: readonly string[]): Promise<(Compared & { attempt_id: string })[]> =>
  rows(
    em,
    `with own as (select * from content.attempt_trait where attempt_id = any($1::uuid[])),
     cohorts as (
       select t.edition_id, t.package_id, count(*) as cohort, percentile_cont(0.5) within group (order by t.seconds) as median,
         avg((t.answers > 0)::int)::float8 as answered
       from (select distinct edition_id, package_id from own) o join content.attempt_trait t using (edition_id, package_id)
       group by t.edition_id, t.package_id)
     select o.attempt_id, o.seconds, o.answers, o.records, c.cohort, c.median, c.answered, w.twins
     from own o join cohorts c using (edition_id, package_id)
     cross join lateral (
       select count(*) as twins from (
         select 1 from content.attempt_trait t
         where t.print = o.print and t.package_id = o.package_id and t.person_id <> o.person_id limit ${mostTwins}) x) w`,
    [attemptIds],
  );

export interface ImplausibleCounts {
  completed: number;
  too_fast: number;
  no_answers: number;
  identical: number;
}
/** How many completed attempts of a cohort give reason to ask. */
export const implausibleIn = (em: EntityManager, editionId: string, packageId: string): Promise<ImplausibleCounts | undefined> =>
  row(
    em,
    `with own as (select * from content.attempt_trait where edition_id = $1 and package_id = $2),
     cohort as (
       select count(*) as n, coalesce(percentile_cont(0.5) within group (order by seconds), 0) as median, avg((answers > 0)::int) as answered
       from own),
     twins as (
       select coalesce(sum(n), 0) as n from (
         select count(*) as n from own where records >= $7 group by print having count(distinct person_id) > 1) x)
     select c.n as completed, t.n as identical,
       (select count(*) from own where c.n >= $3 and c.median >= $5 and own.seconds < $4 * c.median) as too_fast,
       (select count(*) from own where c.n >= $3 and c.answered >= $6 and own.answers = 0) as no_answers
     from cohort c, twins t`,
    [editionId, packageId, thresholds.cohort, thresholds.fast, thresholds.slowEnough, thresholds.answered, thresholds.records],
  );
