import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '@aula/platform';
import { inForce } from '../grant/grant.queries.js';
import { tell } from './telling.queries.js';

/** Kinds of orders that gave up within a day and of which nobody was told for the day that it was; from here on they count as told. */
export const noteDeadOrders = async (em: EntityManager): Promise<string[]> => {
  const noted = await rows<{ kind: string }>(
    em,
    `insert into identity.dead_order_notice as n (kind, day)
     select kind, max(run_after at time zone 'UTC')::date from platform.job
     where state = 'dead' and run_after > clock_timestamp() - interval '1 day' group by kind order by kind
     on conflict (kind) do update set day = excluded.day where n.day < excluded.day
     returning kind`,
  );
  return noted.map(({ kind }) => kind);
};

/** Who administers everything. */
export const administrators = async (em: EntityManager): Promise<string[]> => {
  const found = await rows<{ personId: string }>(
    em,
    `select distinct g.person_id as "personId" from identity.role_grant g
     where g.role = 'administrator' and g.scope_kind = 'everything' and ${inForce}`,
  );
  return found.map(({ personId }) => personId);
};

/** Tells people of kinds of orders that gave up. */
export const tellOfDeadOrders = (
  em: EntityManager,
  at: Date,
  told: readonly { id: string; personId: string; order: string }[],
): Promise<number> =>
  tell(em, at, {
    kind: 'order.dead',
    said: `select i.id, i.person_id, '/administration/jobs' as link, jsonb_build_object('order', i.kind) as parameters
      from unnest($5::uuid[], $6::uuid[], $7::text[]) as i(id, person_id, kind)`,
    parameters: [told.map(({ id }) => id), told.map(({ personId }) => personId), told.map(({ order }) => order)],
  });
