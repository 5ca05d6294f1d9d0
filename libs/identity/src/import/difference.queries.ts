import type { EntityManager } from '@mikro-orm/postgresql';
import { importColumns, type DifferenceView, type ImportColumn } from '@aula/contracts';
import { rows } from '@aula/platform';
import { storedColumn } from './roster.entity.js';
import { differs, next, parametersOf, roster, type RosterRange } from './roster.queries.js';

type Kind = DifferenceView['kind'];

const named = (value: string): string => `(select i.name from identity.institution i where i.id = (${value})::uuid)`;
const shown = (column: ImportColumn, value: string): string => (column === 'institution' ? named(value) : `(${value})::text`);

/** The columns in which two expressions of one person differ, in words; only what differs is looked up. */
const changes = (before: (column: ImportColumn) => string, after: (column: ImportColumn) => string): string => `
  coalesce((select jsonb_agg(d.change order by d.n) from (${importColumns
    .map(
      (column, n) => `
    select ${n} as n, jsonb_build_object('column', '${column}', 'from', ${shown(column, before(column))}, 'to', ${shown(column, after(column))}) as change
    where (${before(column)})::text is distinct from (${after(column)})::text`,
    )
    .join(' union all ')}) d), '[]')`;

/** What the staged rows of a range would do to people as they stand now: nobody who would stay as they are. */
export const stagedDifferences = (
  em: EntityManager,
  range: RosterRange,
  kind: Kind | undefined,
  limit: number,
): Promise<DifferenceView[]> =>
  rows(
    em,
    `with ${roster},
     different as materialized (
       select r.* from roster r left join identity.person p on p.id = r.person_id
       where r.fault is null and (p.id is null or ${differs}) and ($7::text is null or $7 = case when p.id is null then 'new' else 'changed' end)
       order by r.line limit $8)
     select r.line, case when p.id is null then 'new' else 'changed' end as kind, p.id as "personId",
       r.given_name || ' ' || r.family_name as name, r.email, false as since, null as outcome, null as reason,
       ${changes(
         (column) => `p.${storedColumn(column)}`,
         (column) => next[storedColumn(column)]!,
       )} as changes
     from different r left join identity.person p on p.id = r.person_id order by r.line`,
    [...parametersOf(range), kind ?? null, limit],
  );

/** What an import did to people, by line; the new values as long as nobody has changed the person since. */
export const appliedDifferences = (
  em: EntityManager,
  importId: string,
  { after, kind, outcome, limit }: { after: number; kind: Kind | undefined; outcome: string | undefined; limit: number },
): Promise<DifferenceView[]> =>
  rows(
    em,
    `select c.line, case when c.before is null then 'new' else 'changed' end as kind, p.id as "personId",
       coalesce(p.given_name || ' ' || p.family_name, '') as name, coalesce(p.email, '') as email, s.since, c.outcome, c.reason,
       case when s.since or c.outcome is not null then '[]' else ${changes(
         (column) => `c.before ->> '${storedColumn(column)}'`,
         (column) => `p.${storedColumn(column)}`,
       )} end as changes
     from (
       select * from identity.import_change c
       where c.import_id = $1 and c.line > $2 and ($3::text is null or $3 = case when c.before is null then 'new' else 'changed' end)
         and ($4::text is null or c.outcome = $4)
       order by c.line limit $5) c
     left join identity.person p on p.id = c.person_id
     cross join lateral (select c.outcome is null and p.revision is distinct from c.revision as since) s
     order by c.line`,
    [importId, after, kind ?? null, outcome ?? null, limit],
  );
