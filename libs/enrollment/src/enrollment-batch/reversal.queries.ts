import type { EntityManager } from '@mikro-orm/postgresql';
import type { EditionId, EnrollmentId, PersonId } from '@aula/contracts';
import { change, row, rows } from '@aula/platform';

export interface Reversal {
  id: string;
  edition_id: EditionId;
  /** The last enrollment that was looked at. */
  reversal_reached: string | null;
}
export interface TakenBack {
  seen: number;
  reached: string | null;
  ids: EnrollmentId[];
  people: PersonId[];
}

/** Says that a batch that is done is to be taken back; false when it is not done, or was taken back already. */
export const orderReversal = async (em: EntityManager, id: string, by: string): Promise<boolean> =>
  (await change(
    em,
    `update enrollment.enrollment_batch set reversal = 'queued', reversed_by = $2 where id = $1 and state = 'done' and reversal is null`,
    [id, by],
  )) > 0;

/** The batch that is to be taken back, locked; undefined when that is done. */
export const takeUpReversal = (em: EntityManager, id: string): Promise<Reversal | undefined> =>
  row(
    em,
    `select id, edition_id, reversal_reached from enrollment.enrollment_batch where id = $1 and reversal in ('queued', 'running') for update`,
    [id],
  );

/** Withdraws the next `limit` enrollments of the batch that nobody has begun, in one statement. */
export const withdrawNext = async (em: EntityManager, batch: Reversal, limit: number): Promise<TakenBack> =>
  (await row<TakenBack>(
    em,
    `with next as materialized (
       select e.id, e.state = 'active' and e.active_at is null and e.progress = 0
         and not exists (select from enrollment.unit_progress u where u.enrollment_id = e.id)
         and not exists (select from content.pub_unit_result r where r.enrollment_id = e.id) as untouched
       from enrollment.enrollment e
       where e.edition_id = $2 and e.batch_id = $1 and ($3::uuid is null or e.id > $3) order by e.id limit $4 for no key update of e),
     gone as (
       update enrollment.enrollment e set state = 'withdrawn', withdrawn_at = clock_timestamp(), withdrawal_reason = 'batch-reversed'
       from next where e.id = next.id and next.untouched returning e.id, e.person_id)
     select (select count(*) from next) as seen, (select id from next order by id desc limit 1) as reached,
       (select coalesce(array_agg(id order by id), '{}') from gone) as ids,
       (select coalesce(array_agg(person_id order by id), '{}') from gone) as people`,
    [batch.id, batch.edition_id, batch.reversal_reached, limit],
  ))!;

/** Writes down how far it came, and frees the places. Nobody seen: it is done. */
export const keepTakenBack = async (em: EntityManager, batch: Reversal, { seen, reached, ids }: TakenBack): Promise<void> => {
  await rows(
    em,
    `update enrollment.enrollment_batch set withdrawn = withdrawn + $2, kept = kept + $3, reversal_reached = coalesce($4, reversal_reached),
       reversal = case when $5 then 'done' else 'running' end where id = $1`,
    [batch.id, ids.length, seen - ids.length, reached, seen === 0],
  );
  if (ids.length > 0)
    await rows(em, `update enrollment.edition set enrolled = enrolled - $2 where id = $1`, [batch.edition_id, ids.length]);
};
