import type { EntityManager } from '@mikro-orm/postgresql';
import type { Grant, GrantQuery, GrantView, Page } from '@aula/contracts';
import { Problem, decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';

const view = `g.id, g.person_id as "personId", g.role, jsonb_build_object('kind', g.scope_kind, 'id', g.scope_id) as scope,
  g.granted_at as "grantedAt"`;

/** Grants in force, oldest first. */
export const listGrants = async (em: EntityManager, query: GrantQuery): Promise<Page<GrantView>> => {
  const [after] = decodeCursor(query.cursor, sortValue.id) ?? [null];
  const found = await rows<GrantView>(
    em,
    `select ${view} from identity.role_grant g
     where g.revoked_at is null and ($1::uuid is null or g.person_id = $1) and ($2::uuid is null or g.id > $2)
     order by g.id limit $3`,
    [query.personId ?? null, after, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => each,
    (each) => [each.id],
  );
};

export const readGrant = (em: EntityManager, id: string): Promise<GrantView | undefined> =>
  row(em, `select ${view} from identity.role_grant g where g.id = $1 and g.revoked_at is null`, [id]);

/** The grants of a person that are in force. */
export const grantsOf = (em: EntityManager, personId: string): Promise<Grant[]> =>
  rows(
    em,
    `select g.role, jsonb_build_object('kind', g.scope_kind, 'id', g.scope_id) as scope from identity.role_grant g
     where g.person_id = $1 and g.revoked_at is null order by g.id`,
    [personId],
  );

/** Takes a grant away. False when another was quicker. */
export const takeGrant = async (em: EntityManager, id: string): Promise<boolean> =>
  (await row(em, `update identity.role_grant set revoked_at = clock_timestamp() where id = $1 and revoked_at is null returning 1`, [
    id,
  ])) !== undefined;

/**
 * Problem: conflict `grant.last-administrator` when no other active person administers everything than `personId`. The grants are
 * locked first and looked at in a second statement, so that two administrators cannot remove one another at once.
 */
export const demandAnotherAdministrator = async (em: EntityManager, personId: string): Promise<void> => {
  const ofAll = `role = 'administrator' and scope_kind = 'everything' and revoked_at is null`;
  await rows(em, `select 1 from identity.role_grant where ${ofAll} order by id for no key update`);
  const administrators = await rows<{ personId: string }>(
    em,
    `select g.person_id as "personId" from identity.role_grant g join identity.person p on p.id = g.person_id where ${ofAll} and p.active`,
  );
  const mine = administrators.some((each) => each.personId === personId);
  if (mine && !administrators.some((each) => each.personId !== personId)) throw new Problem('conflict', 'grant.last-administrator');
};
