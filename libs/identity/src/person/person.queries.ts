import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Page, PersonQuery, PersonView } from '@aula/contracts';
import { decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';
import { addressOf } from './person.entity.js';
import { peopleReach, type PersonPlace } from './person.policy.js';

const columns = `p.id, p.external_id as "externalId", p.email, p.given_name as "givenName", p.family_name as "familyName", p.sex,
  p.country, p.institution_id as "institutionId", i.name as institution, p.rank, p.language, p.active`;
const source = `identity.person p left join identity.institution i on i.id = p.institution_id`;
const mostWords = 6;

/** The scope of every read of people: $1 the actor, $2 whether everyone, $3 the branches. */
const visible = `(p.id = $1 or $2 or i.path && $3::uuid[])`;
const visibleTo = (actor: Actor): unknown[] => {
  const { everyone, branches } = peopleReach(actor);
  return [actor.personId, everyone, branches];
};

/** People whom the actor may see, by family name. `q`: every word occurs in name, e-mail or external id, accents aside. */
export const listPeople = async (em: EntityManager, actor: Actor, query: PersonQuery): Promise<Page<PersonView>> => {
  const parameters = visibleTo(actor);
  const put = (value: unknown): string => `$${parameters.push(value)}`;
  const after = decodeCursor(query.cursor, sortValue.text, sortValue.text, sortValue.id);
  const where = [
    visible,
    ...(query.email ? [`p.email = ${put(addressOf(query.email))}`] : []),
    ...(query.institutionId ? [`i.path @> array[${put(query.institutionId)}::uuid]`] : []),
    ...wordsOf(query.q).map((word) => `p.search like '%' || identity.fold(${put(word)}) || '%'`),
    ...(after ? [`(p.family_name, p.given_name, p.id) > (${after.map(put).join(', ')}::uuid)`] : []),
  ];
  const found = await rows<PersonView>(
    em,
    `select ${columns} from ${source} where ${where.join(' and ')}
     order by p.family_name, p.given_name, p.id limit ${put(query.limit + 1)}`,
    parameters,
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => each,
    (each) => [each.familyName, each.givenName, each.id],
  );
};

/** Words to look for, with the wildcards of LIKE escaped. */
export const wordsOf = (q: string | undefined): string[] =>
  (q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));

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
