import type { EntityManager } from '@mikro-orm/postgresql';
import type { CompletionId, EditionId, EnrollmentId, PersonId } from '@aula/contracts';
import { rows } from '@aula/platform';

/** A merge of accounts: who stays, who goes. */
export interface Merge {
  mergeId: string;
  keptId: string;
  mergedId: string;
}
export interface Left {
  enrollmentId: EnrollmentId;
  personId: PersonId;
  editionId: EditionId;
  state: string;
}
const reason = 'account merged';
/** How far an enrollment is: of two in one edition the further one counts, of two equal ones that of the account that stays. */
const rank = (state: string): string => `array_position(array['withdrawn', 'pending', 'active', 'completed'], ${state})`;

/** Takes the enrollments of both, so that nobody withdraws or completes one of them meanwhile. */
export const lockOfBoth = (em: EntityManager, { keptId, mergedId }: Merge): Promise<unknown> =>
  rows(em, `select 1 from enrollment.enrollment where person_id in ($1, $2) order by id for update`, [keptId, mergedId]);

/** Notes which enrollments change accounts: those of the account that goes, and of two in one edition the one that counts against the other. */
export const noteMoves = (em: EntityManager, { mergeId, keptId, mergedId }: Merge): Promise<unknown> =>
  rows(
    em,
    `with both_in as (
       select m.id as merged_id, k.id as kept_id, ${rank('m.state')} > ${rank('k.state')} as further
       from enrollment.enrollment m join enrollment.enrollment k on k.edition_id = m.edition_id and k.person_id = $2
       where m.person_id = $3)
     insert into enrollment.person_move (merge_id, enrollment_id, from_id, to_id)
     select $1::uuid, m.id, $3::uuid, $2::uuid from enrollment.enrollment m
     where m.person_id = $3 and not exists (select from both_in b where b.merged_id = m.id and not b.further)
     union all
     select $1, b.kept_id, $2, $3 from both_in b where b.further
     on conflict do nothing`,
    [mergeId, keptId, mergedId],
  );

/** Gives the noted enrollments, with their completions, to their new accounts, or back. Two may change places: each lets go first. */
export const carryOut = async (em: EntityManager, mergeId: string, way: 'forth' | 'back'): Promise<EnrollmentId[]> => {
  const [from, to] = way === 'forth' ? ['from_id', 'to_id'] : ['to_id', 'from_id'];
  const moving = `select m.enrollment_id, m.${to} as person_id from enrollment.person_move m where m.merge_id = $1 and m.from_id <> m.to_id`;
  const released = await rows<{ id: EnrollmentId }>(
    em,
    `update enrollment.enrollment e set person_id = e.id from enrollment.person_move m
     where m.merge_id = $1 and m.from_id <> m.to_id and e.id = m.enrollment_id and e.person_id = m.${from} returning e.id`,
    [mergeId],
  );
  const ids = released.map(({ id }) => id);
  await rows(
    em,
    `update enrollment.enrollment e set person_id = m.person_id from (${moving}) m where e.id = m.enrollment_id and e.id = any($2::uuid[])`,
    [mergeId, ids],
  );
  return ids;
};

/** The completions of enrollments follow them. */
export const carryCompletions = async (em: EntityManager, ids: readonly EnrollmentId[]): Promise<CompletionId[]> =>
  (
    await rows<{ id: CompletionId }>(
      em,
      `update enrollment.completion c set person_id = e.person_id from enrollment.enrollment e
       where e.id = c.enrollment_id and e.id = any($1::uuid[]) and c.person_id <> e.person_id returning c.id`,
      [ids],
    )
  ).map(({ id }) => id);

/** Withdraws what is left of the account that goes in editions where the other one is, and frees the places. */
export const setAside = (em: EntityManager, { mergeId, keptId, mergedId }: Merge): Promise<Left[]> =>
  rows(
    em,
    `with aside as (
       select e.id, e.state from enrollment.enrollment e
       where e.person_id = $3 and e.state in ('pending', 'active')
         and exists (select from enrollment.enrollment k where k.edition_id = e.edition_id and k.person_id = $2)),
     noted as (
       insert into enrollment.person_move as m (merge_id, enrollment_id, from_id, to_id, was_state)
       select $1::uuid, id, $3::uuid, $3::uuid, state from aside
       on conflict (merge_id, enrollment_id) do update set was_state = excluded.was_state),
     gone as (
       update enrollment.enrollment e set state = 'withdrawn', withdrawn_at = clock_timestamp(), withdrawal_reason = '${reason}'
       from aside a where e.id = a.id returning e.id, e.person_id, e.edition_id, e.state),
     freed as (
       update enrollment.edition d set enrolled = d.enrolled - 1 from gone where d.id = gone.edition_id)
     select id as "enrollmentId", person_id as "personId", edition_id as "editionId", state from gone`,
    [mergeId, keptId, mergedId],
  );

/** Takes the withdrawals of a merge back, where the edition has a place; marks the merge's moves as returned. */
export const takeBack = (em: EntityManager, mergeId: string): Promise<Left[]> =>
  rows(
    em,
    `with back as (
       update enrollment.enrollment e set state = m.was_state, withdrawn_at = null, withdrawal_reason = null
       from enrollment.person_move m, enrollment.edition d
       where m.merge_id = $1 and m.was_state is not null and e.id = m.enrollment_id and d.id = e.edition_id
         and e.state = 'withdrawn' and e.withdrawal_reason = '${reason}' and (d.capacity is null or d.enrolled < d.capacity)
       returning e.id, e.person_id, e.edition_id, e.state),
     taken as (
       update enrollment.edition d set enrolled = d.enrolled + 1 from back where d.id = back.edition_id),
     returned as (
       update enrollment.person_move set returned_at = clock_timestamp() where merge_id = $1 and returned_at is null)
     select id as "enrollmentId", person_id as "personId", edition_id as "editionId", state from back`,
    [mergeId],
  );
