import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '@aula/platform';
import { deviceMs } from './lease-span.queries.js';

/**
 * How long each item has been open in the present attempt on it, in seconds. A visit lasts from `open` until the player says what follows it,
 * else until the last record of its lease, or while its player has said that the learner is there. The device's clock tells the time of
 * records that came late, together; the server's holds it to what can have passed since the lease was given out.
 */
export const openTimeOf = async (em: EntityManager, attemptId: string): Promise<Record<string, number>> => {
  const visits = await rows<{ sco_id: string; anew: boolean; seconds: number }>(
    em,
    `with step as (
       select epoch, seq, sco_id, element, value, server_at, lead(server_at) over w as until_at,
         ${deviceMs('r')} as client_ms, lead(${deviceMs('r')}) over w as until_ms
       from content.record r where attempt_id = $1 and kind = 'nav' and element in ('open', 'leave', 'suspend')
       window w as (partition by epoch order by seq)),
     session as (
       select r.epoch, l.at, (array_agg(${deviceMs('r')} order by r.seq desc))[1] as last_ms,
         greatest(max(r.server_at), max(a.busy_until - interval '2 minutes') filter (where a.epoch = r.epoch)) as last_at
       from content.record r join content.lease l using (attempt_id, epoch) join content.attempt a on a.id = r.attempt_id
       where r.attempt_id = $1 group by r.epoch, l.at)
     select s.sco_id, s.value = 'anew' as anew,
       greatest(0, least(extract(epoch from e.last_at - e.at), greatest(
         (coalesce(s.until_ms, e.last_ms) - s.client_ms) / 1000, extract(epoch from coalesce(s.until_at, e.last_at) - s.server_at))))::float8 as seconds
     from step s join session e using (epoch) where s.element = 'open' order by s.epoch, s.seq`,
    [attemptId],
  );
  const open = new Map<string, number>();
  for (const { sco_id, anew, seconds } of visits) open.set(sco_id, (anew ? 0 : (open.get(sco_id) ?? 0)) + seconds);
  return Object.fromEntries(open);
};
