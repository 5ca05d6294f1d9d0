import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Page, PersonCount, PersonFilter, PersonQuery, PersonView } from '@aula/contracts';
import { decodeCursor, pageOfRows, row, rows, sortValue } from '@aula/platform';
import { addressOf } from './person.entity.js';
import { columns, source, visible, visibleTo } from './person.queries.js';

const mostWords = 6;
/** People are counted so far; who has more wants to know that, not how many. */
const mostCounted = 10_000;
/** People of one portion of an export. */
const portion = 1_000;

type Put = (value: unknown) => string;

/** People whom the actor may see, by family name, accents and capitals aside. `q`: every word occurs in name, e-mail or external id. */
export const listPeople = async (em: EntityManager, actor: Actor, query: PersonQuery): Promise<Page<PersonView>> => {
  const after = decodeCursor(query.cursor, sortValue.text, sortValue.id);
  const found = await peopleAfter<SortedPerson>(em, actor, { ...query, after, columns, limit: query.limit + 1 });
  return pageOfRows(
    found,
    query.limit,
    ({ sortName: _, ...person }) => person,
    (each) => [each.sortName, each.id],
  );
};
type SortedPerson = PersonView & { sortName: string };

/** How many there are, up to a limit beyond which nobody counts. */
export const countPeople = async (em: EntityManager, actor: Actor, filter: PersonFilter): Promise<PersonCount> => {
  const { where, parameters } = filtered(actor, filter);
  const found = await row<{ count: number }>(
    em,
    `select count(*) from (select from ${source} where ${where} limit ${mostCounted + 1}) c`,
    parameters,
  );
  return { count: Math.min(found!.count, mostCounted), more: found!.count > mostCounted };
};

/** The columns of a file of people, so that what is brought out can be imported. */
const fileColumns = `p.id, p.external_id, p.email, p.given_name, p.family_name, p.sex, p.country, i.code as institution, p.rank, p.language,
  p.birth_year`;
export type FilePerson = Record<string, string | number | null>;

/** Everyone whom the filter lets through, portion by portion, as the columns of an import. */
export async function* peopleOf(em: EntityManager, actor: Actor, filter: PersonFilter): AsyncGenerator<FilePerson> {
  for await (const part of portionsOf(em, actor, filter)) yield* part;
}
async function* portionsOf(em: EntityManager, actor: Actor, filter: PersonFilter): AsyncGenerator<FilePerson[]> {
  const at: Place = { after: undefined, over: false };
  while (!at.over) yield nextPortion(em, actor, filter, at);
}
interface Place {
  after: [string, string] | undefined;
  over: boolean;
}
const nextPortion = async (em: EntityManager, actor: Actor, filter: PersonFilter, at: Place): Promise<FilePerson[]> => {
  const found = await peopleAfter<FilePerson>(em, actor, { ...filter, after: at.after, columns: fileColumns, limit: portion });
  const last = found.at(-1);
  at.over = !last || found.length < portion;
  at.after = last && [String(last['sortName']), String(last['id'])];
  return found;
};

interface Wanted extends PersonFilter {
  after: readonly [string, string] | undefined;
  columns: string;
  limit: number;
}
const peopleAfter = <R extends object>(
  em: EntityManager,
  actor: Actor,
  { after, columns: wanted, limit, ...filter }: Wanted,
): Promise<R[]> => {
  const { where, parameters, put } = filtered(actor, filter);
  const behind = after ? ` and (p.sort_name, p.id) > (${put(after[0])}, ${put(after[1])}::uuid)` : '';
  return rows<R>(
    em,
    `select ${wanted}, p.sort_name as "sortName" from ${source} where ${where}${behind} order by p.sort_name, p.id limit ${put(limit)}`,
    parameters,
  );
};

/** Who is active, who is not, who was merged into another. Without a wish: everybody but those. */
const ofState: Readonly<Record<NonNullable<PersonFilter['state']> | 'any', string>> = {
  active: 'p.active',
  inactive: 'not p.active and p.merged_into is null',
  merged: 'p.merged_into is not null',
  any: 'p.merged_into is null',
};

const filtered = (actor: Actor, filter: PersonFilter): { where: string; parameters: unknown[]; put: Put } => {
  const parameters = visibleTo(actor);
  const put: Put = (value) => `$${parameters.push(value)}`;
  const where = [
    visible,
    ofState[filter.state ?? 'any'],
    ...(filter.email ? [`p.email = ${put(addressOf(filter.email))}`] : []),
    ...(filter.institutionId ? [inBranch(put(filter.institutionId))] : []),
    ...(filter.country ? [`p.country = ${put(filter.country)}`] : []),
    ...(filter.language ? [`p.language = ${put(filter.language)}`] : []),
    ...(filter.role ? [holds(put(filter.role))] : []),
    ...wordsOf(filter.q).map((word) => `p.search like '%' || identity.fold(${put(word)}) || '%'`),
  ];
  return { where: where.join(' and '), parameters, put };
};
/** By the index of institutions: a branch of a few is found without reading everybody. */
const inBranch = (id: string): string => `p.institution_id in (select b.id from identity.institution b where b.path @> array[${id}::uuid])`;
const holds = (role: string): string =>
  `exists (select from identity.role_grant g where g.person_id = p.id and g.revoked_at is null and g.role = ${role})`;

/** Words to look for, with the wildcards of LIKE escaped. */
export const wordsOf = (q: string | undefined): string[] =>
  (q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));
