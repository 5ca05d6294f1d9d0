import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { rows } from '@aula/platform';
import { inForce } from '../grant/grant.queries.js';
import { tell } from './telling.queries.js';

interface Marker {
  personId: string;
  editionId: string;
}

/**
 * Who may mark what waits in these editions: whoever teaches everything, the course or the edition, administers the institution that holds
 * it, or made one of the quizzes and still teaches. The house of the essays asks the same of everybody who comes to mark one.
 */
export const markersOf = (em: EntityManager, items: Items<'marking.requested'>): Promise<Marker[]> =>
  rows(
    em,
    `select distinct g.person_id as "personId", d.id as "editionId"
     from jsonb_to_recordset($1) as i("editionId" uuid, "quizIds" uuid[])
     join enrollment.pub_edition d on d.id = i."editionId"
     left join catalog.pub_course_version c on c.id = d.course_version_id
     join identity.role_grant g on g.role in ('instructor', 'administrator') and ${inForce} and (
       g.scope_kind = 'everything'
       or g.role = 'instructor' and (g.scope_kind, g.scope_id) in (('edition', d.id), ('course', c.course_id))
       or g.role = 'administrator' and g.scope_kind = 'institution' and g.scope_id = d.institution_id
       or g.person_id in (select q.owner_id from assessment.pub_quiz q where q.id = any(i."quizIds")))`,
    [JSON.stringify(items)],
  );

/** Tells markers that answers wait for them. */
export const tellOfEssays = (
  em: EntityManager,
  at: Date,
  { ids, items }: { ids: readonly string[]; items: readonly Marker[] },
): Promise<number> =>
  tell(em, at, {
    kind: 'essay.waiting',
    said: `select i.id, i.person_id, '/teach/marking' as link, jsonb_build_object('edition', d.title) as parameters
      from unnest($5::uuid[], $6::uuid[], $7::uuid[]) as i(id, person_id, edition_id)
      join enrollment.pub_edition d on d.id = i.edition_id`,
    parameters: [ids, items.map(({ personId }) => personId), items.map(({ editionId }) => editionId)],
  });
