import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  Actor,
  CourseVersionId,
  EditionId,
  EnrollmentId,
  InstitutionId,
  PersonId,
  RosterEntryView,
  RosterFilter,
  RosterQuery,
} from '@aula/contracts';
import { decodeCursor, row, rows, sortValue } from '@aula/platform';
import { adminReach, sightOf, type Sight } from '../enrollment.policy.js';
import { folded, parametersFrom } from '../search.queries.js';
import { reachedBy } from './reached.queries.js';

type Place = (value: unknown) => string;
export interface RosterRow {
  id: EnrollmentId;
  person_id: PersonId;
  given_name: string;
  family_name: string;
  institution: string | null;
  country: string | null;
  email: string | null;
  rank: string | null;
  external_id: string | null;
  language: RosterEntryView['language'];
  state: RosterEntryView['state'];
  progress: number;
  missing: number;
  enrolled_at: string;
  active_at: string | null;
  completed_at: string | null;
  deadline: string;
  extended: boolean;
  reminded_at: string | null;
  /** What the list is sorted by. */
  key: string | number;
  tie: string;
}
/** Whose roster: an edition, with what of its course has to be done. */
interface RosterEdition {
  id: EditionId;
  course_version_id: CourseVersionId;
  closes_at: string;
}
type Sorted = Pick<RosterQuery, 'sort' | 'limit'> & { cursor?: string | undefined };

const bands = {
  none: 'e.progress = 0',
  'under-half': 'e.progress > 0 and e.progress < 0.5',
  'over-half': 'e.progress >= 0.5 and e.progress < 1',
  all: 'e.progress = 1',
} as const;

/** SQL conditions of a filter over enrollment `e` and its person `p`. Days are reckoned once, by a query of their own, not for each row. */
const wanted = ({ edition, filter, words, closesWithin }: Asked, place: Place): string[] => {
  const { state, progress, missing, country, inactiveDays, dueDays } = filter;
  const conditions = words.map((word) => spoken(word, place));
  conditions.push(...reachedBy(filter, edition.course_version_id, place));
  if (state) conditions.push(`e.state = ${place(state)}`);
  if (progress) conditions.push(bands[progress]);
  if (missing) conditions.push(`e.state in ('pending', 'active') and not e.done_units @> array[${place(missing)}::uuid]`);
  if (country) conditions.push(`p.country = ${place(country)}`);
  if (inactiveDays)
    conditions.push(`coalesce(e.active_at, e.enrolled_at) < (select clock_timestamp() - make_interval(days => ${place(inactiveDays)}))`);
  if (dueDays) {
    const own = `e.extended_to is not null and e.extended_to between (select clock_timestamp()) and (select clock_timestamp() + make_interval(days => ${place(dueDays)}))`;
    conditions.push(`e.state in ('pending', 'active') and ${closesWithin ? `(e.extended_to is null or ${own})` : own}`);
  }
  return conditions;
};

/** SQL: a word of a search is part of the name, one with an @ of the address, one with digits of the force's id or of the name. */
const spoken = (word: string, place: Place): string => {
  const pattern = place(`%${word}%`);
  if (word.includes('@')) return `p.email like ${pattern}`;
  const key = word.replace(/[^\p{L}\p{N}]/gu, '');
  return /\d/.test(key) ? `(p.sort_name like ${pattern} or p.id_key like ${place(`%${key}%`)})` : `p.sort_name like ${pattern}`;
};

/** A filter over an edition, by somebody. */
export interface Wanted {
  edition: RosterEdition;
  filter: RosterFilter;
  sight: Sight;
  /** The sight covers the whole course. */
  courseSeen: boolean;
}
/** The same with what is looked up first: the planner then knows how many people each condition leaves. */
export interface Asked extends Wanted {
  /** Institutions whose people are meant, each list by itself. */
  branches: string[][];
  /** The words of the search without accents, as patterns. */
  words: string[];
  /** The edition itself closes within the days of the filter. */
  closesWithin: boolean;
}

/** Looks up the institutions, words and days that a filter, and the sight of whoever asks, come down to. */
export const resolved = async (em: EntityManager, asked: Wanted): Promise<Asked> => {
  const { edition, filter, sight, courseSeen } = asked;
  const unbound = sight.everything || courseSeen || sight.editions.includes(edition.id);
  const branches = [];
  if (!unbound) branches.push(await branchOf(em, sight.institutions));
  if (filter.institutionId) branches.push(await branchOf(em, [filter.institutionId]));
  const known = (await row<{ words: string[]; within: boolean }>(
    em,
    `select (select coalesce(array_agg(${folded('w')}), '{}') from unnest($1::text[]) w) as words,
       $2::timestamptz between clock_timestamp() and clock_timestamp() + make_interval(days => $3::int) as within`,
    [wordsOf(filter.q), edition.closes_at, filter.dueDays ?? 0],
  ))!;
  return { ...asked, branches, words: known.words, closesWithin: known.within };
};
const wordsOf = (q = ''): string[] =>
  q
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));
const branchOf = async (em: EntityManager, roots: readonly string[]): Promise<string[]> =>
  (await rows<{ id: string }>(em, `select id from identity.pub_institution where path && $1::uuid[]`, [roots])).map(({ id }) => id);

interface More {
  /** SQL conditions of the caller's. */
  conditions?: readonly string[];
  /** The statement reads of the person `p`. */
  people?: boolean;
}
/** SQL: the enrollments `e` that were asked for and, where anything of them is read, their people `p`. */
export const askedSql = (asked: Asked, place: Place, { conditions = [], people = true }: More = {}): string => {
  const { edition, filter, branches, words } = asked;
  const named = people || branches.length > 0 || words.length > 0 || filter.country !== undefined;
  const all = [
    `e.edition_id = ${place(edition.id)}`,
    ...branches.map((ids) => `p.institution_id = any(${place(ids)}::uuid[])`),
    ...wanted(asked, place),
    ...conditions,
  ];
  return `from enrollment.enrollment e ${named ? 'join identity.pub_person p on p.id = e.person_id' : ''} where ${all.join(' and ')}`;
};

/** SQL of each sort: its key, which is never null, as it is told, and as it comes back in a cursor. */
const sorts = {
  name: { key: 'p.sort_name', tie: 'p.id', told: 'p.sort_name', shape: sortValue.text, back: (at: string) => at },
  progress: { key: 'e.progress', tie: 'e.id', told: 'e.progress', shape: sortValue.double, back: (at: string) => `${at}::float8` },
  activity: {
    key: `coalesce(e.active_at, timestamptz '1900-01-01Z')`,
    tie: 'e.id',
    told: `(extract(epoch from coalesce(e.active_at, timestamptz '1900-01-01Z')) * 1000000)::bigint`,
    shape: sortValue.bigint,
    back: (at: string) => `(timestamptz 'epoch' + ${at}::bigint * interval '1 microsecond')`,
  },
} as const;

/** One page of a roster; `limit + 1` rows. The page is found first, and then told: nothing is read of those who are not on it. */
export const rosterPage = (em: EntityManager, actor: Actor, given: Asked, { sort, limit, cursor }: Sorted): Promise<RosterRow[]> => {
  const { parameters, place } = parametersFrom([]);
  const by = sorts[sort.replace('-', '') as keyof typeof sorts];
  const [order, past] = sort.startsWith('-') ? ['desc', '<'] : ['asc', '>'];
  const after = decodeCursor(cursor, by.shape, sortValue.id);
  const more = after ? [`(${by.key}, ${by.tie}) ${past} (${by.back(place(after[0]))}, ${place(after[1])}::uuid)`] : [];
  const page = `select x.*, row_number() over () as n from (
    select e.id, ${by.told} as key, ${by.tie} as tie ${askedSql(given, place, { conditions: more, people: by === sorts.name })}
    order by ${by.key} ${order}, ${by.tie} ${order} limit ${limit + 1}) x`;
  return rows(em, told(page, actor, given.edition, place), parameters);
};

/** SQL: what is told of the enrollments of `page` (id, key, tie, n). */
const told = (page: string, actor: Actor, edition: RosterEdition, place: Place): string => {
  const reach = adminReach(actor);
  const contact = reach === null ? 'true' : `coalesce(p.institution_path && ${place(reach)}::uuid[], false)`;
  return `
    with page as materialized (${page}), asked as (select coalesce(array_agg(u.id), '{}') as units from catalog.pub_unit u
      where u.course_version_id = ${place(edition.course_version_id)} and (u.required or u.counts))
    select e.id, e.person_id, p.given_name, p.family_name, i.name as institution, p.country, p.language, e.state, e.progress,
      case when ${contact} then p.email end as email, case when ${contact} then p.rank end as rank,
      case when ${contact} then p.external_id end as external_id,
      cardinality((select units from asked)) - cardinality(e.done_units) as missing,
      e.enrolled_at, e.active_at, c.completed_at, coalesce(e.extended_to, ${place(edition.closes_at)}::timestamptz) as deadline,
      e.extended_to is not null as extended, e.reminded_at, page.key, page.tie
    from page join enrollment.enrollment e on e.id = page.id join identity.pub_person p on p.id = e.person_id
    left join identity.pub_institution i on i.id = p.institution_id
    left join enrollment.completion c on c.enrollment_id = e.id and c.voided_at is null
    order by page.n`;
};

export interface TallyRow {
  institution_id: InstitutionId | null;
  country: string | null;
  state: RosterEntryView['state'];
  count: number;
  progress: number;
}
/** How many of those asked for there are, by institution, country and state, with the sum of their progress: one statement. */
export const tally = (em: EntityManager, given: Asked): Promise<TallyRow[]> => {
  const { parameters, place } = parametersFrom([]);
  return rows(
    em,
    `select p.institution_id, p.country, e.state, count(*)::int as count, sum(e.progress) as progress ${askedSql(given, place)} group by 1, 2, 3`,
    parameters,
  );
};

export interface InstitutionRow {
  id: InstitutionId;
  name: string;
  path: InstitutionId[];
}
export const institutionsOf = (em: EntityManager, ids: readonly string[]): Promise<InstitutionRow[]> =>
  rows(
    em,
    `select a.id, a.name, a.path from identity.pub_institution a
     where a.id in (select unnest(b.path) from identity.pub_institution b where b.id = any($1::uuid[]))`,
    [ids],
  );

/** True when the actor sees everybody who takes this course. */
export const seesCourse = async (em: EntityManager, actor: Actor, version: CourseVersionId): Promise<boolean> =>
  (await row(em, `select 1 from catalog.pub_course_version where id = $1 and course_id = any($2::uuid[])`, [
    version,
    sightOf(actor).courses,
  ])) !== undefined;
