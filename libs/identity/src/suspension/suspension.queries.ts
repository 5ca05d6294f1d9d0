import type { EntityManager } from '@mikro-orm/postgresql';
import type { SuspensionView } from '@aula/contracts';
import { row, rows } from '@aula/platform';

/** The times that somebody was suspended, the last first. */
export const suspensionsOf = (em: EntityManager, personId: string): Promise<SuspensionView[]> =>
  rows(
    em,
    `select s.id, s.reason, s.suspended_at as "suspendedAt", b.given_name || ' ' || b.family_name as "suspendedBy",
       s.reinstated_at as "reinstatedAt", r.given_name || ' ' || r.family_name as "reinstatedBy",
       s.reinstatement_reason as "reinstatementReason"
     from identity.suspension s
     left join identity.person b on b.id = s.suspended_by
     left join identity.person r on r.id = s.reinstated_by
     where s.person_id = $1 order by s.id desc limit 100`,
    [personId],
  );

export const keepSuspension = (
  em: EntityManager,
  suspension: { id: string; personId: string; by: string; reason: string | null },
): Promise<unknown> =>
  rows(em, `insert into identity.suspension (id, person_id, suspended_by, reason) values ($1, $2, $3, $4)`, [
    suspension.id,
    suspension.personId,
    suspension.by,
    suspension.reason,
  ]);

/** Ends the suspension that runs. Undefined when none does. */
export const endSuspension = (
  em: EntityManager,
  { personId, by, reason }: { personId: string; by: string; reason: string | null },
): Promise<{ id: string } | undefined> =>
  row(
    em,
    `update identity.suspension set reinstated_at = clock_timestamp(), reinstated_by = $2, reinstatement_reason = $3
     where person_id = $1 and reinstated_at is null returning id`,
    [personId, by, reason],
  );
