import type { EntityManager } from '@mikro-orm/postgresql';
import type { RuntimeClaim } from '@aula/contracts';
import { rows } from '@aula/platform';

/** Of each of these attempts the last end of an item at which player and server came to different results, where there was one. */
export const lastDifferencesOf = (
  em: EntityManager,
  attemptIds: readonly string[],
): Promise<{ attempt_id: string; claimed: RuntimeClaim | null; found: RuntimeClaim }[]> =>
  rows(
    em,
    `select distinct on (attempt_id) attempt_id, claimed, found from content.difference
     where attempt_id = any($1::uuid[]) order by attempt_id, epoch desc, seq desc`,
    [attemptIds],
  );
