import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '@aula/platform';

/** SQL: the device's instant of a record, in milliseconds. A device may say any number: what no calendar holds is taken to its end. */
export const deviceMs = (record: string): string => `least(greatest(${record}.client_ms, -8.64e15), 8.64e15)`;

/**
 * SQL: what each lease of the attempts in `source` spans: `id` of the attempt, `epoch`, `records`, `began` by the device's clock, `seconds`.
 * Time is what passed between the records of a lease, by the device's clock or by the server's, whichever is more: who studied without a
 * line handed everything in at once. It is never more than the server saw of the lease: a device's clock may be forged.
 */
export const leaseSpans = (source: string): string => `
  select d.id, r.epoch, count(*) as records, min(${deviceMs('r')}) as began,
    least(greatest(max(${deviceMs('r')}) - min(${deviceMs('r')}), extract(epoch from max(r.server_at) - min(r.server_at)) * 1000) / 1000,
      extract(epoch from max(r.server_at) - min(l.at))) as seconds
  from ${source} d join content.record r on r.attempt_id = d.id
  left join content.lease l on (l.attempt_id, l.epoch) = (r.attempt_id, r.epoch) group by d.id, r.epoch`;

/** Seconds that the server saw each of these attempts being at work. */
export const observedSecondsOf = async (em: EntityManager, attemptIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const spans = await rows<{ id: string; seconds: number }>(
    em,
    `select id, sum(seconds)::float8 as seconds from (${leaseSpans('(select unnest($1::uuid[]) as id)')}) s group by id`,
    [attemptIds],
  );
  return new Map(spans.map(({ id, seconds }) => [id, seconds]));
};
