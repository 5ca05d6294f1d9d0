import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, InsightQuery, OutcomesView } from '@aula/contracts';
import { rows } from '@aula/platform';
import { chosenBy, parametersFrom, visibleTo } from '../scope.queries.js';

/** How many of those whom the actor may see and the query asks for completed, and got the certificate, in each month. Months in order. */
export const outcomesByMonth = (em: EntityManager, actor: Actor, query: InsightQuery): Promise<OutcomesView['months']> => {
  const { parameters, place } = parametersFrom([]);
  const conditions = [
    '(c.completed_month is not null or c.certified_month is not null)',
    visibleTo(actor, place),
    ...chosenBy(query, place),
  ];
  return rows(
    em,
    `with base as (
       select c.completed_month, c.certified_month, count(*) as n from insights.learner c where ${conditions.join(' and ')} group by 1, 2)
     select to_char(month, 'YYYY-MM') as key, sum(completed)::int as completed, sum(certified)::int as certified
     from (select completed_month as month, n as completed, 0 as certified from base
       union all select certified_month, 0, n from base) o
     where month is not null group by month order by month`,
    parameters,
  );
};
