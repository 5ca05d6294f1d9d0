import type { EntityManager } from '@mikro-orm/postgresql';
import { ageBands, dimensions, measures, type Actor, type Counts, type Dimension, type InsightQuery } from '@aula/contracts';
import { rows } from '@aula/platform';
import { chosenBy, parametersFrom, visibleTo } from '../scope.queries.js';

const columnOf: Record<Dimension, string> = {
  country: 'country',
  institution: 'institution_id',
  sex: 'sex',
  age: 'age',
  language: 'language',
  course: 'course_id',
  edition: 'edition_id',
  month: 'month',
};
/** Dimensions of the person and of the course: within each of these groups people are counted first, so that little is left to add up. */
const groups: readonly (readonly Dimension[])[] = [
  ['country', 'institution', 'sex', 'age', 'language'],
  ['course', 'edition', 'month'],
];

/** Sums over those who share `key` in the dimension `by`; `by` null: over all. */
export type Sums = Counts & { by: Dimension | null; key: string };

/**
 * What was counted of those whom the actor may see (null: of everybody) and the query asks for, in all and by each of the dimensions.
 * The cells are read once, and grouped twice: adding all of them up for each dimension took four times as long.
 */
export const sums = (
  em: EntityManager,
  actor: Actor | null,
  query: InsightQuery,
  wanted: readonly Dimension[] = dimensions,
): Promise<Sums[]> => {
  const { parameters, place } = parametersFrom([]);
  const conditions = [actor ? visibleTo(actor, place) : 'true', ...chosenBy(query, place)];
  const asked = groups.map((group) => group.filter((each) => wanted.includes(each))).filter((group) => group.length > 0);
  const sets = asked.map((group) => `(${group.map((each) => `c.${columnOf[each]}`).join(', ')})`);
  const columns = wanted.map((each) => `c.${columnOf[each]}`).join(', ');
  const parts = asked.map((group, n) => partOf(group, n === 0, `c.part = ${String(n)}`));
  return rows(
    em,
    `with base as materialized (
       select ${columns}, ${partNumber(asked)} as part, ${measures.map((each) => `sum(c.${each})::int as ${each}`).join(', ')}
       from insights.cell c where ${conditions.join(' and ')} group by grouping sets (${sets.join(', ')}))
     ${parts.join(' union all ')} order by enrolled desc, key`,
    parameters,
  );
};

/** SQL: which of the groups a row was counted in. */
const partNumber = ([first, second]: readonly (readonly Dimension[])[]): string =>
  second ? `case when grouping(c.${columnOf[first![0]!]}) = 0 then 0 else 1 end` : '0';

/** SQL: the sums by each dimension of a group and, where asked for, over all. */
const partOf = (group: readonly Dimension[], withTotals: boolean, condition: string): string => {
  const columns = group.map((each) => `c.${columnOf[each]}`);
  const all = 2 ** group.length - 1;
  const names = group.map((each, place) => `when ${String(all - 2 ** (group.length - 1 - place))} then '${each}'`);
  const grouping = `grouping(${columns.join(', ')})`;
  return `(
    select case ${grouping} ${names.join(' ')} end as by, coalesce(${group.map(keyOf).join(', ')}, 'none') as key,
      ${measures.map((each) => `coalesce(sum(c.${each}), 0)::int as ${each}`).join(', ')}
    from base c where ${condition}
    group by grouping sets (${[...(withTotals ? ['()'] : []), ...columns.map((column) => `(${column})`)].join(', ')})
    having ${grouping} = ${String(all)} or sum(c.enrolled) > 0)`;
};

/** SQL: a dimension's value as filters write it; null in the sums of another. */
const keyOf = (dimension: Dimension): string => {
  if (dimension === 'month') return `to_char(c.month, 'YYYY-MM')`;
  if (dimension === 'age') return `('{${ageBands.join(',')}}'::text[])[c.age + 1]`;
  return `c.${columnOf[dimension]}::text`;
};
