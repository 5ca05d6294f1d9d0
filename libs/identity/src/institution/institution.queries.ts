import type { EntityManager } from '@mikro-orm/postgresql';
import type { InstitutionNode, InstitutionQuery, InstitutionView, MemberStateView, Page } from '@aula/contracts';
import { Problem, decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';

const columns = `i.id, i.code, i.name, i.country, i.parent_id as "parentId", i.path, i.closed_at as "closedAt"`;

/** The Member States by country code. */
export const memberStates = (em: EntityManager): Promise<MemberStateView[]> =>
  rows(em, 'select country, name from identity.member_state order by country');

/** Problem: invalid `country-not-member` unless the country, where one is given, is a Member State. */
export const demandMemberState = async (em: EntityManager, country: string | null | undefined): Promise<void> => {
  if (!country) return;
  const known = await row(em, 'select 1 from identity.member_state where country = $1', [country]);
  if (!known) throw new Problem('invalid', 'country-not-member', { country });
};

/** Institutions by name; the whole network's, since everybody may know who belongs to it. */
export const listInstitutions = async (em: EntityManager, query: InstitutionQuery): Promise<Page<InstitutionView>> => {
  const [name, id] = decodeCursor(query.cursor, sortValue.text, sortValue.id) ?? [null, null];
  const found = await rows<InstitutionView>(
    em,
    `select ${columns} from identity.institution i
     where ($1::text is null or (i.name, i.id) > ($1, $2::uuid)) and ($3::uuid is null or i.parent_id = $3)
       and ($4::text is null or strpos(identity.fold(i.name || ' ' || i.code), identity.fold($4)) > 0)
     order by i.name, i.id limit $5`,
    [name, id, query.parentId ?? null, query.q || null, query.limit + 1],
  );
  return pageOfRows(
    found,
    query.limit,
    (each) => each,
    (each) => [each.name, each.id],
  );
};

/** An institution; with the number of active people in it and below when `branches` (null: everything) reach it. */
export const readInstitution = (em: EntityManager, id: string, branches: readonly string[] | null): Promise<InstitutionView | undefined> =>
  row(
    em,
    `select ${columns}, c.people from identity.institution i
     left join lateral (
       select count(*) as people from identity.person p join identity.institution b on b.id = p.institution_id
       where b.path @> array[i.id] and p.active) c on $2::uuid[] is null or i.path && $2
     where i.id = $1`,
    [id, branches],
  ).then((found) => found && withoutNull(found as InstitutionView & { people: number | null }));

const withoutNull = ({ people, ...rest }: InstitutionView & { people: number | null }): InstitutionView => ({
  ...rest,
  ...(people === null ? {} : { people }),
});

/** The path of an institution. Problem: invalid `institution.unknown`. */
export const pathOf = async (em: EntityManager, id: string): Promise<string[]> => {
  const found = await row<{ path: string[] }>(em, 'select path from identity.institution where id = $1', [id]);
  if (!found) throw new Problem('invalid', 'institution.unknown');
  return found.path;
};

/** Code and name of every institution, oldest first. */
export const namesOfInstitutions = (em: EntityManager): Promise<{ id: string; code: string; name: string }[]> =>
  rows(em, 'select id, code, name from identity.institution order by id');

/** As `pathOf`, of an institution that takes people in. Problems: institution.unknown; institution.closed. */
export const pathOfOpen = async (em: EntityManager, id: string): Promise<string[]> => {
  const found = await row<{ path: string[]; name: string; closed: boolean }>(
    em,
    'select path, name, closed_at is not null as closed from identity.institution where id = $1',
    [id],
  );
  if (!found) throw new Problem('invalid', 'institution.unknown');
  if (found.closed) throw new Problem('conflict', 'institution.closed', { name: found.name });
  return found.path;
};

/** No two people change the shape of the tree at once: each sees what the other has made of it. */
export const holdTree = (em: EntityManager): Promise<unknown> =>
  rows(em, `select pg_advisory_xact_lock(hashtext('identity institution tree'))`);

/** Puts an institution with all that is below it under another, or nowhere. One statement, however much is below. */
export const moveBranch = (em: EntityManager, id: string, parent: readonly string[] | null): Promise<unknown> =>
  rows(
    em,
    `update identity.institution i
     set path = $2::uuid[] || i.path[o.depth:], parent_id = case when i.id = o.id then $3::uuid else i.parent_id end
     from (select id, cardinality(path) as depth from identity.institution where id = $1) o
     where i.path @> array[o.id]`,
    [id, parent ?? [], parent?.at(-1) ?? null],
  );

/** Open institutions below this one. */
export const openBelow = async (em: EntityManager, id: string): Promise<number> =>
  (await row<{ count: number }>(
    em,
    'select count(*) from identity.institution where path @> array[$1::uuid] and id <> $1 and closed_at is null',
    [id],
  ))!.count;

/** More institutions than any network has. */
const mostNodes = 5_000;
type Node = Omit<InstitutionNode, 'mayChange'> & { path: string[] };

/** The whole tree, above before below, each level by name; people are counted where `branches` (null: everything) reach. */
export const institutionTree = (em: EntityManager, branches: readonly string[] | null): Promise<Node[]> =>
  rows(
    em,
    `with own as (
       select institution_id as id, count(*)::int as people from identity.person where active and institution_id is not null group by 1),
     whole as (
       select a.id, sum(o.people)::int as people
       from own o join identity.institution b on b.id = o.id cross join unnest(b.path) a(id) group by 1)
     select i.id, i.code, i.name, i.country, i.parent_id as "parentId", i.path, i.closed_at as "closedAt",
       case when s.seen then coalesce(o.people, 0) end as own,
       case when s.seen then coalesce(w.people, 0) - coalesce(o.people, 0) end as below
     from identity.institution i
     cross join lateral (select $1::uuid[] is null or i.path && $1 as seen) s
     left join own o on o.id = i.id left join whole w on w.id = i.id
     order by cardinality(i.path), identity.fold(i.name), i.id limit ${mostNodes}`,
    [branches],
  );
