import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { rows } from '@aula/platform';

/** Editions of which, by these attempts, essays wait for a first mark and of which that was not said today; from here on it was. */
export const noteWaiting = (em: EntityManager, attemptIds: readonly string[]): Promise<Items<'marking.requested'>> =>
  rows(
    em,
    `with today as (select (clock_timestamp() at time zone 'UTC')::date as day),
     waiting as materialized (
       select edition_id, array_agg(distinct quiz_id) as quiz_ids from assessment.marking
       where attempt_id = any($1::uuid[]) and state = 'first' group by edition_id),
     noted as (
       insert into assessment.marking_notice as n (edition_id, day)
       select w.edition_id, t.day from waiting w cross join today t
       where not exists (select from assessment.marking_notice x where x.edition_id = w.edition_id and x.day >= t.day)
       order by w.edition_id
       on conflict (edition_id) do update set day = excluded.day where n.day < excluded.day
       returning edition_id)
     select edition_id as "editionId", quiz_ids as "quizIds" from noted join waiting using (edition_id)`,
    [attemptIds],
  );
