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
const summed = measures.map((measure) => `coalesce(sum(c.${measure}), 0)::int as ${measure}`).join(', ');

/** Sums over those who share `key` in the dimension `by`; `by` null: over all. */
export type Sums = Counts & { by: Dimension | null; key: string };

/** What was counted of those whom the actor may see and the query asks for, in all and by each of the dimensions, in one statement. */
export const sums = (
  em: EntityManager,
  actor: Actor | null,
  query: InsightQuery,
  wanted: readonly Dimension[] = dimensions,
): Promise<Sums[]> => {
  const { parameters, place } = parametersFrom([]);
  const conditions = [actor ? visibleTo(actor, place) : 'true', ...chosenBy(query, place)];
  const columns = wanted.map((each) => `c.${columnOf[each]}`);
  const by = wanted
    .map((each, place) => `when ${String(2 ** wanted.length - 1 - 2 ** (wanted.length - 1 - place))} then '${each}'`)
    .join(' ');
  return rows(
    em,
    `select case grouping(${columns.join(', ')}) ${by} end as by,
       coalesce(${wanted.map((each) => `${keyOf(each)}`).join(', ')}, 'none') as key, ${summed}
     from insights.cell c where ${conditions.join(' and ')}
     group by grouping sets ((), ${columns.map((column) => `(${column})`).join(', ')})
     having grouping(${columns.join(', ')}) = ${String(2 ** wanted.length - 1)} or sum(c.enrolled) > 0
     order by enrolled desc, key`,
    parameters,
  );
};

/** SQL: a dimension's value as filters write it; null in the sums of another. */
const keyOf = (dimension: Dimension): string => {
  if (dimension === 'month') return `to_char(c.month, 'YYYY-MM')`;
  if (dimension === 'age') return `('{${ageBands.join(',')}}'::text[])[c.age + 1]`;
  return `c.${columnOf[dimension]}::text`;
};
