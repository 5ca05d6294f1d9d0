import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '@aula/platform';

/** SQL: the account at which what is meant for account `a` arrives: itself, or the one that it was merged into. */
export const reachedBy = (a: string): string => `case when ${a}.merged_into is null then ${a}.id else identity.kept_account(${a}.id) end`;

/** Gives what was said to an account that is merged away to the one that stays, letters that are owed too. */
export const carryNotifications = (em: EntityManager, keptId: string, mergedId: string): Promise<unknown> =>
  rows(em, `update identity.notification set person_id = $1, addressed_to = coalesce(addressed_to, $2::uuid) where person_id = $2`, [
    keptId,
    mergedId,
  ]);

/** Gives back what was meant for an account that is somebody's own again, or for one that had been merged into it. */
export const returnNotifications = (em: EntityManager, keptId: string, mergedId: string): Promise<unknown> =>
  rows(
    em,
    `with recursive below as (
       select $2::uuid as id
       union
       select p.id from identity.person p join below b on p.merged_into = b.id)
     update identity.notification set person_id = $2, addressed_to = nullif(addressed_to, $2::uuid)
     where person_id = $1 and addressed_to in (select id from below)`,
    [keptId, mergedId],
  );
