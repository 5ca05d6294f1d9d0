import type { EntityManager } from '@mikro-orm/postgresql';
import { grantsGiving, type Grant, type GrantQuery, type GrantView, type Page, type Scope } from '@aula/contracts';
import { Problem, decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';
import { wordsOf } from '../person/people.queries.js';

/** SQL: grant `g` counts, until it is taken or ends by itself. */
export const inForce = `g.revoked_at is null and (g.ends_at is null or g.ends_at > clock_timestamp())`;

const view = `g.id, g.person_id as "personId", p.given_name || ' ' || p.family_name as "personName", p.email as "personEmail", g.role,
  jsonb_build_object('kind', g.scope_kind, 'id', g.scope_id) as scope,
  case when i.id is not null then jsonb_build_object('es', i.name) when e.id is not null then jsonb_build_object('es', e.title) else c.title end
    as "scopeName",
  case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.given_name || ' ' || b.family_name) end as "grantedBy",
  g.granted_at as "grantedAt", g.ends_at as "endsAt"`;
const source = `identity.role_grant g
  join identity.person p on p.id = g.person_id
  left join identity.person b on b.id = g.granted_by
  left join identity.institution i on g.scope_kind in ('institution', 'university') and i.id = g.scope_id
  left join enrollment.pub_edition e on g.scope_kind = 'edition' and e.id = g.scope_id
  left join lateral (
    select v.title from catalog.pub_course_version v where g.scope_kind = 'course' and v.course_id = g.scope_id
    order by v.number desc limit 1) c on true`;

/** Grants in force, oldest first. */
export const listGrants = async (em: EntityManager, query: GrantQuery): Promise<Page<GrantView>> => {
  const parameters: unknown[] = [];
  const put = (value: unknown): string => `$${parameters.push(value)}`;
  const [after] = decodeCursor(query.cursor, sortValue.id) ?? [];
  const where = [
    inForce,
    ...(query.personId ? [`g.person_id = ${put(query.personId)}`] : []),
    ...(query.role ? [`g.role = ${put(query.role)}`] : []),
    ...(query.ending ? [`g.ends_at < clock_timestamp() + interval '30 days'`] : []),
    ...wordsOf(query.q).map((word) => `p.search like '%' || identity.fold(${put(word)}) || '%'`),
    ...(query.right ? givingOf(query, put) : scopedOf(query, put)),
    ...(after ? [`g.id > ${put(after)}`] : []),
  ];
  const found = await rows<GrantView>(
    em,
    `select ${view} from ${source} where ${where.join(' and ')} order by g.id limit ${put(query.limit + 1)}`,
    parameters,
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => each,
    (each) => [each.id],
  );
};

type Put = (value: unknown) => string;

const scopedOf = ({ scopeKind, scopeId }: GrantQuery, put: Put): string[] => [
  ...(scopeKind ? [`g.scope_kind = ${put(scopeKind)}`] : []),
  ...(scopeId ? [`g.scope_id = ${put(scopeId)}`] : []),
];

/** Grants of active people that give a right: anywhere, or over one thing and from what lies above it. */
const givingOf = ({ right, scopeKind, scopeId }: GrantQuery, put: Put): string[] => {
  const giving = grantsGiving(right!);
  const roles = put(giving.map(({ role }) => role));
  const kinds = put(giving.map(({ kind }) => kind));
  const given = `(g.role, g.scope_kind) in (select * from unnest(${roles}::text[], ${kinds}::text[]))`;
  if (!scopeKind) return ['p.active', given];
  if (scopeKind === 'everything' || !scopeId) return ['p.active', given, `g.scope_kind = 'everything'`];
  const id = `${put(scopeId)}::uuid`;
  return ['p.active', given, `(g.scope_kind = 'everything' or (g.scope_kind, g.scope_id) in (${coversOf[scopeKind](id)}))`];
};

const above = (institution: string): string =>
  `select k.kind, a.id from identity.institution i, unnest(i.path) a(id), (values ('institution'), ('university')) k(kind)
   where i.id = ${institution}`;
/** What lies over a thing, itself included, as kinds and ids: its branch of the tree, and for an edition its course. */
const coversOf: Readonly<Record<Exclude<Scope['kind'], 'everything'>, (id: string) => string>> = {
  institution: above,
  university: above,
  course: (id) =>
    `select 'course', ${id} union all ${above(`(select v.institution_id from catalog.pub_course_version v
    where v.course_id = ${id} order by v.number desc limit 1)`)}`,
  edition: (id) => `select 'edition', ${id}
    union all select 'course', v.course_id from enrollment.pub_edition e join catalog.pub_course_version v on v.id = e.course_version_id
      where e.id = ${id}
    union all ${above(`(select institution_id from enrollment.pub_edition where id = ${id})`)}`,
};

export const readGrant = (em: EntityManager, id: string): Promise<GrantView | undefined> =>
  row(em, `select ${view} from ${source} where g.id = $1 and ${inForce}`, [id]);

/** Every grant of a person that is in force, as lists show it. */
export const viewsOf = (em: EntityManager, personId: string): Promise<GrantView[]> =>
  rows(em, `select ${view} from ${source} where g.person_id = $1 and ${inForce} order by g.id`, [personId]);

/** The grants of a person that are in force. */
export const grantsOf = (em: EntityManager, personId: string): Promise<Grant[]> =>
  rows(
    em,
    `select g.role, jsonb_build_object('kind', g.scope_kind, 'id', g.scope_id) as scope from identity.role_grant g
     where g.person_id = $1 and ${inForce} order by g.id`,
    [personId],
  );

/** Takes a grant away. False when another was quicker. */
export const takeGrant = async (em: EntityManager, id: string): Promise<boolean> =>
  (await row(em, `update identity.role_grant set revoked_at = clock_timestamp() where id = $1 and revoked_at is null returning 1`, [
    id,
  ])) !== undefined;

/** Sets the day on which a grant ends. False when it would have ended already, or after more than ten years. */
export const endGrantAt = async (em: EntityManager, id: string, endsAt: string): Promise<boolean> =>
  (await row(
    em,
    `update identity.role_grant set ends_at = $2::timestamptz
     where id = $1 and $2::timestamptz between clock_timestamp() and clock_timestamp() + interval '3653 days' returning 1`,
    [id, endsAt],
  )) !== undefined;

/** Marks up to `limit` grants whose time is over as taken, of one person or of all. Returns their ids. */
export const markEnded = async (em: EntityManager, limit: number, personId: string | null = null): Promise<string[]> => {
  const ended = await rows<{ id: string }>(
    em,
    `with over as (
       select id from identity.role_grant
       where revoked_at is null and ends_at <= clock_timestamp() and ($2::uuid is null or person_id = $2) order by id limit $1 for update skip locked)
     update identity.role_grant g set revoked_at = clock_timestamp() from over where g.id = over.id returning g.id`,
    [limit, personId],
  );
  return ended.map(({ id }) => id);
};

/**
 * Problem: conflict `grant.last-administrator` when no other active person administers everything than `personId`, without an end. The
 * grants are locked first and looked at in a second statement, so that two administrators cannot remove one another at once.
 */
export const demandAnotherAdministrator = async (em: EntityManager, personId: string): Promise<void> => {
  const ofAll = `role = 'administrator' and scope_kind = 'everything' and revoked_at is null`;
  await rows(em, `select 1 from identity.role_grant where ${ofAll} order by id for no key update`);
  const administrators = await rows<{ personId: string }>(
    em,
    `select g.person_id as "personId" from identity.role_grant g join identity.person p on p.id = g.person_id
     where ${ofAll} and g.ends_at is null and p.active`,
  );
  const mine = administrators.some((each) => each.personId === personId);
  if (mine && !administrators.some((each) => each.personId !== personId)) throw new Problem('conflict', 'grant.last-administrator');
};
