import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { tell } from './telling.queries.js';

/** Tells who ordered enrollments that they are done, and how many were enrolled and left out. */
export const tellOfBatches = (
  em: EntityManager,
  at: Date,
  { ids, items }: { ids: readonly string[]; items: Items<'enrollment-batch.finished'> },
): Promise<number> =>
  tell(em, at, {
    kind: 'batch.finished',
    said: `select i.id, i.person_id, '/institution/editions/' || i.edition_id || '/enroll' as link,
        jsonb_build_object('edition', d.title, 'enrolled', i.enrolled, 'leftOut', i.left_out) as parameters
      from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::int[], $9::int[]) as i(id, person_id, edition_id, enrolled, left_out)
      join enrollment.pub_edition d on d.id = i.edition_id`,
    parameters: [
      ids,
      items.map(({ orderedBy }) => orderedBy),
      items.map(({ editionId }) => editionId),
      items.map(({ enrolled }) => enrolled),
      items.map(({ leftOut }) => leftOut),
    ],
  });
