import { rows, type Statements } from '@aula/platform';

/** A player that says that its learner is still there. */
export interface Present {
  attemptId: string;
  epoch: number;
}

/**
 * Keeps attempts busy for those who have the newest lease and have not said goodbye. Returns the newest lease of each attempt. Locks in
 * the order of ids, as commits do.
 */
export const stayBusy = (on: Statements, present: readonly Present[]): Promise<{ id: string; epoch: number }[]> =>
  rows(
    on,
    {
      name: 'stay-busy',
      text: `with said as (select attempt_id, max(epoch) as epoch from unnest($1::uuid[], $2::bigint[]) as x(attempt_id, epoch) group by 1),
         locked as (
           select a.id, a.epoch, said.epoch as said from content.attempt a join said on said.attempt_id = a.id
           order by a.id for no key update of a),
         stayed as (
           update content.attempt a set busy_until = clock_timestamp() + interval '2 minutes' from locked l
           where a.id = l.id and l.epoch = l.said and a.busy_until is not null)
       select id, epoch from locked`,
    },
    [present.map(({ attemptId }) => attemptId), present.map(({ epoch }) => epoch)],
  );
