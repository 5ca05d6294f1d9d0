import type { EntityManager } from '@mikro-orm/postgresql';
import { rows } from '@aula/platform';

/** Attempts, what they are compared by, and their launches are those of the account that has the enrollment now. */
export const followEnrollments = (em: EntityManager, ids: readonly string[]): Promise<unknown> =>
  rows(
    em,
    `with moved as (
       update content.attempt a set person_id = e.person_id from enrollment.pub_enrollment e
       where e.id = a.enrollment_id and a.enrollment_id = any($1::uuid[]) and a.person_id <> e.person_id returning a.id, a.person_id),
     traits as (
       update content.attempt_trait t set person_id = m.person_id from moved m where t.attempt_id = m.id)
     update content.launch l set person_id = m.person_id from moved m where l.attempt_id = m.id`,
    [ids],
  );

const shared = [
  { kind: 'objective', table: 'content.shared_objective', key: 'objective_id' },
  { kind: 'store', table: 'content.shared_store', key: 'store_id' },
] as const;
type Shared = (typeof shared)[number];

/** What the account that stays does not have yet; the names of the tables are ours. */
const give = (em: EntityManager, { kind, table, key }: Shared, { mergeId, keptId, mergedId }: Merge): Promise<unknown> =>
  rows(
    em,
    `with given as (
       update ${table} s set person_id = $2 where s.person_id = $3
         and not exists (select from ${table} k where k.person_id = $2 and k.${key} = s.${key}) returning s.${key} as key)
     insert into content.person_move (merge_id, kind, key) select $1, '${kind}', key from given on conflict do nothing`,
    [mergeId, keptId, mergedId],
  );
const giveBack = (em: EntityManager, { kind, table, key }: Shared, { mergeId, keptId, mergedId }: Merge): Promise<unknown> =>
  rows(
    em,
    `with noted as (delete from content.person_move where merge_id = $1 and kind = '${kind}' returning key)
     update ${table} s set person_id = $3 from noted n where s.person_id = $2 and s.${key} = n.key
       and not exists (select from ${table} g where g.person_id = $3 and g.${key} = n.key)`,
    [mergeId, keptId, mergedId],
  );

export interface Merge {
  mergeId: string;
  keptId: string;
  mergedId: string;
}
/** What a learner takes from course to course, to the account that stays. */
export const giveShared = async (em: EntityManager, merge: Merge): Promise<void> => {
  await give(em, shared[0], merge);
  await give(em, shared[1], merge);
};
/** Exactly that, back. */
export const giveSharedBack = async (em: EntityManager, merge: Merge): Promise<void> => {
  await giveBack(em, shared[0], merge);
  await giveBack(em, shared[1], merge);
};
