import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '@aula/platform';

/** Credentials are listed with the account that has the enrollment now; those that were replaced are found by their holder. Returns those that changed. */
export const followEnrollments = async (em: EntityManager, ids: readonly string[]): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      em,
      `update accreditation.credential c set person_id = e.person_id from enrollment.pub_enrollment e
       where c.person_id in (
           select o.person_id from accreditation.credential o where o.enrollment_id = any($1::uuid[]) and o.superseded_at is null)
         and e.id = c.enrollment_id and c.enrollment_id = any($1::uuid[]) and c.person_id <> e.person_id returning c.id`,
      [ids],
    )
  ).map(({ id }) => id);
