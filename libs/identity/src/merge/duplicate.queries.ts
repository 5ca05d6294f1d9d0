import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, DuplicateView, Page, PageQuery, PersonView } from '@aula/contracts';
import { decodeCursor, pageOfRows, rows, sortValue } from '@aula/platform';
import { columns, source, visible, visibleTo } from '../person/person.queries.js';

interface Pair {
  one: string;
  other: string;
  reasons: DuplicateView['reasons'];
}
/** Shorter names before the @ are shared by chance. */
const leastMailKey = 5;

const sameDomain = `split_part(a.email, '@', 2) = split_part(b.email, '@', 2)`;
const sameFamily = `identity.fold(a.family_name) = identity.fold(b.family_name)`;

const pairing = (key: string, reason: string, and: string): string => `
  select a.id as one, b.id as other, ${reason} as reason
  from seen a join seen b on b.${key} = a.${key} and b.id > a.id where ${and}`;

/**
 * Pairs of accounts that may be one person's, both in the actor's sight, by id: the same external id but for separators; the same name,
 * accents aside, with the same year of birth, or in the same institution where no year and no external id speak against it; the same
 * address but for dots, tags and domain. Pairs that somebody has told apart are left out.
 */
const pairs = `
  with seen as (
    select p.id, p.id_key, p.mail_key, p.sort_name, p.birth_year, p.institution_id, p.sex, p.email, p.family_name
    from ${source} where ${visible} and p.merged_into is null),
  pairs as (
    ${pairing('id_key', `'external-id'`, 'a.id_key is not null')}
    union all
    ${pairing('sort_name', `'name-and-year'`, 'a.birth_year = b.birth_year and (a.sex = b.sex) is not false')}
    union all
    ${pairing(
      'sort_name',
      `'name-and-institution'`,
      `a.institution_id = b.institution_id and num_nulls(a.birth_year, b.birth_year) > 0 and (a.sex = b.sex) is not false
       and (a.id_key = b.id_key) is not false`,
    )}
    union all
    ${pairing('mail_key', `'email'`, `length(a.mail_key) >= ${leastMailKey} and (${sameDomain} or ${sameFamily})`)})
  select one, other, array_agg(distinct reason order by reason) as reasons from pairs
  where ($4::uuid is null or (one, other) > ($4, $5::uuid))
    and not exists (select from identity.distinct_people d where d.one_id = one and d.other_id = other)
  group by one, other order by one, other limit $6`;

export const listDuplicates = async (em: EntityManager, actor: Actor, query: PageQuery): Promise<Page<DuplicateView>> => {
  const [one, other] = decodeCursor(query.cursor, sortValue.id, sortValue.id) ?? [null, null];
  const found = await rows<Pair>(em, pairs, [...visibleTo(actor), one, other, query.limit + 1]);
  const ids = found.flatMap((pair) => [pair.one, pair.other]);
  const people = await rows<PersonView>(em, `select ${columns} from ${source} where p.id = any($1::uuid[])`, [ids]);
  const byId = new Map<string, PersonView>(people.map((each) => [each.id, each]));
  return pageOfRows(
    found,
    query.limit,
    (pair) => ({ people: [byId.get(pair.one)!, byId.get(pair.other)!], reasons: pair.reasons }),
    (pair) => [pair.one, pair.other],
  );
};

/** Keeps that these are two people. */
export const tellApart = (em: EntityManager, ids: readonly [string, string], by: string): Promise<unknown> =>
  rows(em, `insert into identity.distinct_people (one_id, other_id, noted_by) values ($1, $2, $3) on conflict do nothing`, [
    ...ids.toSorted(),
    by,
  ]);
