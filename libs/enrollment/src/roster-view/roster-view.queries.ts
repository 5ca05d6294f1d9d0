import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, RosterViewId, RosterViewPut, RosterViewView } from '@aula/contracts';
import { change, rows } from '@aula/platform';
import { sightOf } from '../enrollment.policy.js';

/** The views that the actor finds: their own, and those of the institutions they see or that stand above these; by name. */
export const viewsFor = (em: EntityManager, actor: Actor): Promise<RosterViewView[]> => {
  const { everything, institutions } = sightOf(actor);
  return rows(
    em,
    `select v.id, v.name, v.filter, v.sort, v.columns, v.institution_id as "institutionId", v.owner_id = $1 as own,
       s.view_id is not null as standard
     from enrollment.roster_view v left join enrollment.roster_standard s on s.view_id = v.id and s.person_id = $1
     where v.owner_id = $1 or v.institution_id is not null and ($2 or exists (
       select from identity.pub_institution i where i.id = any($3::uuid[]) and v.institution_id = any(i.path)))
     order by lower(v.name), v.id limit 500`,
    [actor.personId, everything, institutions],
  );
};

export const viewsOwned = async (em: EntityManager, owner: string): Promise<number> =>
  (await rows(em, `select 1 from enrollment.roster_view where owner_id = $1`, [owner])).length;

/** Writes a view down, or over the owner's own of this id. False when it is another's. */
export const keepView = async (em: EntityManager, id: RosterViewId, owner: string, view: RosterViewPut): Promise<boolean> =>
  (await change(
    em,
    `insert into enrollment.roster_view as v (id, owner_id, institution_id, name, filter, sort, columns)
     values ($1, $2, $3, $4, $5, $6, $7::text[])
     on conflict (id) do update set institution_id = excluded.institution_id, name = excluded.name, filter = excluded.filter,
       sort = excluded.sort, columns = excluded.columns, changed_at = clock_timestamp()
     where v.owner_id = excluded.owner_id`,
    [id, owner, view.institutionId, view.name, JSON.stringify(view.filter), view.sort, view.columns],
  )) > 0;

export const removeView = async (em: EntityManager, id: RosterViewId, owner: string): Promise<boolean> =>
  (await change(em, `delete from enrollment.roster_view where id = $1 and owner_id = $2`, [id, owner])) > 0;

/** What the person's rosters open with; null: everybody of the edition by name. */
export const keepStandard = async (em: EntityManager, person: string, id: RosterViewId | null): Promise<void> => {
  await rows(em, `delete from enrollment.roster_standard where person_id = $1`, [person]);
  if (id) await rows(em, `insert into enrollment.roster_standard (person_id, view_id) values ($1, $2)`, [person, id]);
};
