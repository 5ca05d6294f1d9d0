import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, PersonView } from '@aula/contracts';
import { row } from '@aula/platform';
import { peopleReach, type PersonPlace } from './person.policy.js';

/** A person `p` of institution `i` as they are shown. */
export const columns = `p.id, p.external_id as "externalId", p.email, p.given_name as "givenName", p.family_name as "familyName", p.sex,
  p.country, p.institution_id as "institutionId", i.name as institution, p.rank, p.language,
  p.birth_year as "birthYear", p.active, p.merged_into as "mergedInto",
  (select s.suspended_at from identity.suspension s where s.person_id = p.id and s.reinstated_at is null) as "suspendedAt"`;
export const source = `identity.person p left join identity.institution i on i.id = p.institution_id`;

/** The scope of every read of people: $1 the actor, $2 whether everyone, $3 the branches. */
export const visible = `(p.id = $1 or $2 or i.path && $3::uuid[])`;
export const visibleTo = (actor: Actor): unknown[] => {
  const { everyone, branches } = peopleReach(actor);
  return [actor.personId, everyone, branches];
};

/** A person whom the actor may see; undefined for any other. */
export const readPerson = (em: EntityManager, actor: Actor, id: string): Promise<PersonView | undefined> =>
  row(em, `select ${columns} from ${source} where ${visible} and p.id = $4`, [...visibleTo(actor), id]);

/** A person without regard to who asks: for verbs, which ask the policy themselves. */
export const personOf = (em: EntityManager, id: string): Promise<PersonView | undefined> =>
  row(em, `select ${columns} from ${source} where p.id = $1`, [id]);

/** Where a person stands, for rights. Undefined when there is none. */
export const placeOf = (em: EntityManager, id: string): Promise<PersonPlace | undefined> =>
  row(
    em,
    `select coalesce(i.path, '{}') as path,
       exists (select from identity.role_grant g where g.person_id = p.id and g.revoked_at is null) as "holdsRoles"
     from ${source} where p.id = $1`,
    [id],
  );

/** Keeps the person's zone. False when it was theirs already. */
export const putZone = async (em: EntityManager, personId: string, zone: string): Promise<boolean> =>
  (await row(em, `update identity.person set time_zone = $2 where id = $1 and time_zone is distinct from $2 returning 1`, [
    personId,
    zone,
  ])) !== undefined;

/** The zone that the person's browser or the person has told; null for none. */
export const ownZoneOf = async (em: EntityManager, personId: string): Promise<string | null> =>
  (await row<{ zone: string | null }>(em, `select time_zone as zone from identity.person where id = $1`, [personId]))?.zone ?? null;

/** Somebody else who has the address or the id: who they are, if the actor may see them. */
export const holderOf = (
  em: EntityManager,
  actor: Actor,
  { id, email, externalId }: { id: string | null; email: string | null; externalId: string | null },
): Promise<Holder | undefined> =>
  row(
    em,
    `select p.email = $5 as email, case when ${visible} then p.id end as "personId", case when ${visible} then p.given_name || ' ' || p.family_name end as name
     from ${source} where (p.email = $5 or p.external_id = $6) and p.id is distinct from $4::uuid order by p.email = $5 desc limit 1`,
    [...visibleTo(actor), id, email, externalId],
  );
interface Holder {
  /** True when it is the address that they have. */
  email: boolean;
  personId: string | null;
  name: string | null;
}
