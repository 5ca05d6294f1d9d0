import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '@aula/platform';

/** Attempts are those of the account that has the enrollment now, however often and in whichever order this is heard. Returns which moved. */
export const followEnrollments = async (em: EntityManager, ids: readonly string[]): Promise<string[]> => {
  const moved = await rows<{ id: string }>(
    em,
    `update assessment.attempt a set person_id = e.person_id from enrollment.pub_enrollment e
     where e.id = a.enrollment_id and a.enrollment_id = any($1::uuid[]) and a.person_id <> e.person_id returning a.id`,
    [ids],
  );
  return moved.map(({ id }) => id);
};
