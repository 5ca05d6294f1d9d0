import type { EntityManager } from '@mikro-orm/postgresql';
import type { MergePreview, MergeQuery, MergeView, MergeableField, Page } from '@aula/contracts';
import { decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';
import type { Values } from './merge.entity.js';

/** How far an enrollment is: of two in one edition the further one counts, of two equal ones that of the account that stays. */
const rank = (state: string): string => `array_position(array['withdrawn', 'pending', 'active', 'completed'], ${state})`;

/** What is counted of a merge: $1 the account that stays, $2 the one that goes. */
const moving = `
  both_in as (
    select m.id, d.title, k.state as kept_state, m.state as merged_state, ${rank('m.state')} > ${rank('k.state')} as further
    from enrollment.pub_enrollment m
    join enrollment.pub_enrollment k on k.edition_id = m.edition_id and k.person_id = $1
    join enrollment.pub_edition d on d.id = m.edition_id
    where m.person_id = $2),
  moving as (
    select m.id from enrollment.pub_enrollment m
    where m.person_id = $2 and not exists (select from both_in b where b.id = m.id and not b.further))`;

export const whatMoves = async (
  em: EntityManager,
  keptId: string,
  mergedId: string,
): Promise<Pick<MergePreview, 'enrollments' | 'attempts' | 'credentials' | 'both'>> =>
  (await row(
    em,
    `with ${moving}
     select (select count(*) from moving) as enrollments,
       (select count(*) from assessment.pub_grade g where g.enrollment_id in (select id from moving)) as attempts,
       (select count(*) from accreditation.pub_credential c where c.enrollment_id in (select id from moving)) as credentials,
       coalesce((select jsonb_agg(jsonb_build_object('title', b.title, 'keptState', b.kept_state, 'mergedState', b.merged_state,
         'counts', case when b.further then 'merged' else 'kept' end) order by b.title) from both_in b), '[]') as both`,
    [keptId, mergedId],
  ))!;

/** What was done, as an undoing needs it. */
export interface Merge {
  id: string;
  keptId: string;
  mergedId: string;
  taken: MergeableField[];
  keptBefore: Values;
  mergedBefore: Values & { active: boolean };
  grantIds: string[];
  undoneAt: string | null;
}

export const keepMerge = (em: EntityManager, merge: Omit<Merge, 'undoneAt'>, by: string): Promise<unknown> =>
  rows(
    em,
    `insert into identity.person_merge (id, kept_id, merged_id, merged_by, taken, kept_before, merged_before, grant_ids)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      merge.id,
      merge.keptId,
      merge.mergedId,
      by,
      merge.taken,
      JSON.stringify(merge.keptBefore),
      JSON.stringify(merge.mergedBefore),
      merge.grantIds,
    ],
  );

/** The merge, locked. */
export const mergeOf = (em: EntityManager, id: string): Promise<Merge | undefined> =>
  row(
    em,
    `select id, kept_id as "keptId", merged_id as "mergedId", taken, kept_before as "keptBefore", merged_before as "mergedBefore",
       grant_ids as "grantIds", undone_at as "undoneAt"
     from identity.person_merge where id = $1 for update`,
    [id],
  );

export const noteUndone = (em: EntityManager, id: string, by: string): Promise<unknown> =>
  rows(em, `update identity.person_merge set undone_at = clock_timestamp(), undone_by = $2 where id = $1`, [id, by]);

/** Sets the roles of an account aside. Returns the grants that this concerns. */
export const setGrantsAside = async (em: EntityManager, personId: string): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      em,
      `update identity.role_grant set revoked_at = clock_timestamp() where person_id = $1 and revoked_at is null returning id`,
      [personId],
    )
  ).map(({ id }) => id);

/** Gives back what was set aside. */
export const giveGrantsBack = (em: EntityManager, ids: readonly string[]): Promise<unknown> =>
  rows(em, `update identity.role_grant set revoked_at = null where id = any($1::uuid[])`, [ids]);

const view = `m.id, m.kept_id as "keptId", k.given_name || ' ' || k.family_name as "keptName", m.merged_id as "mergedId",
  g.given_name || ' ' || g.family_name as "mergedName", g.email as "mergedEmail", m.merged_at as "mergedAt", m.undone_at as "undoneAt"`;
const source = `identity.person_merge m join identity.person k on k.id = m.kept_id join identity.person g on g.id = m.merged_id`;

/** Merges in which an account had a part, the last first. */
export const listMerges = async (em: EntityManager, query: MergeQuery): Promise<Page<MergeView>> => {
  const [before] = decodeCursor(query.cursor, sortValue.id) ?? [null];
  const found = await rows<MergeView>(
    em,
    `select ${view} from ${source} where (m.kept_id = $1 or m.merged_id = $1) and ($2::uuid is null or m.id < $2) order by m.id desc limit $3`,
    [query.personId, before, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => each,
    (each) => [each.id],
  );
};

export const readMerge = (em: EntityManager, id: string): Promise<MergeView | undefined> =>
  row(em, `select ${view} from ${source} where m.id = $1`, [id]);
