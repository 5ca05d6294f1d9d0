import type { EntityManager } from '@mikro-orm/postgresql';
import type { ImportColumn } from '@aula/contracts';
import { row, rows } from '@aula/platform';

/** A range of staged rows and what decides about them. `branches`: where the importer may import, null for everywhere. */
export interface RosterRange {
  importId: string;
  stageId: string;
  /** Lines behind `after` up to and with `upTo`. */
  after: number;
  upTo: number;
  branches: readonly string[] | null;
  columns: readonly string[];
}
export const parametersOf = ({ importId, stageId, after, upTo, branches, columns }: RosterRange): unknown[] => [
  importId,
  stageId,
  after,
  upTo,
  branches,
  columns,
];

/** A look-up, not an anti-join: that one would hold every row against every rejection. */
const notRejected = `(select true from identity.import_rejection r where r.import_id = $1 and r.line = s.line limit 1) is null`;
/**
 * `roster`: the rows of a range that are not rejected, each with the person that it means: known by external id, else by address.
 * `fault` is why the row cannot be taken as the people stand now. $1 to $6 are those of `parametersOf`.
 */
export const roster = `
  staged as (
    select s.* from identity.import_row s where s.stage_id = $2 and s.line > $3 and s.line <= $4 and ${notRejected}),
  met as (
    select s.*, coalesce(e.id, m.id) as person_id,
      e.id is not null and m.id is not null and e.id <> m.id or e.id is null and m.external_id <> s.external_id as held,
      coalesce(e.merged_into, m.merged_into) is not null as merged,
      not coalesce(e.active, m.active) and (case when e.id is null then m.deactivated_by else e.deactivated_by end) is null as inactive,
      e.email <> s.email as moved,
      case when e.id is null then m.institution_id else e.institution_id end as home_id
    from staged s
    left join identity.person e on e.external_id = s.external_id
    left join identity.person m on m.email = s.email),
  roster as materialized (
    select r.*, case
      when r.merged then 'person-merged'
      when r.held then 'email-held'
      when r.inactive then 'person-inactive'
      when 'institution' = any($6::text[]) and r.institution_id is distinct from r.home_id and ${isClosed('r.institution_id')}
        then 'institution-closed'
      when $5::uuid[] is null then null
      when r.person_id is not null and not ${inBranches('r.home_id')} then 'outside-your-institution'
      when (r.person_id is null or 'institution' = any($6::text[])) and not ${inBranches('r.institution_id')} then 'outside-your-institution'
      when r.moved and exists (select from identity.role_grant g where g.person_id = r.person_id and g.revoked_at is null)
        then 'email-protected'
      end as fault
    from met r)`;
function inBranches(institution: string): string {
  return `coalesce((select i.path && $5 from identity.institution i where i.id = ${institution}), false)`;
}

function isClosed(institution: string): string {
  return `exists (select from identity.institution i where i.id = ${institution} and i.closed_at is not null)`;
}

const columnOfFault = `case when fault like 'outside-%' or fault like 'institution-%' then 'institution' when fault like 'email-%' then 'email' end`;

/** What a known person becomes: columns that the file does not have stay; an empty cell empties, but never id or language. */
export const next: Readonly<Record<string, string>> = {
  external_id: 'coalesce(r.external_id, p.external_id)',
  email: 'r.email',
  given_name: 'r.given_name',
  family_name: 'r.family_name',
  sex: given('sex'),
  country: given('country'),
  institution_id: given('institution', 'institution_id'),
  rank: given('rank'),
  language: 'coalesce(r.language, p.language)',
  birth_year: given('birth_year'),
  active: 'true',
  deactivated_by: 'null::uuid',
};
function given(column: ImportColumn, name: string = column): string {
  return `case when '${column}' = any($6::text[]) then r.${name} else p.${name} end`;
}
const names = Object.keys(next);
export const differs = `(${names.map((name) => `p.${name}`).join(', ')}) is distinct from (${Object.values(next).join(', ')})`;

/** Rejects rows that reading found faulty, and rows that the people as they stand do not let in. */
export const rejectFaulty = async (em: EntityManager, range: RosterRange): Promise<void> => {
  await rows(
    em,
    `insert into identity.import_rejection (import_id, line, "column", code, parameters)
     select $1, s.line, f.column, f.code, f.parameters
     from identity.import_row s, jsonb_to_recordset(s.faults) as f("column" text, code text, parameters jsonb)
     where s.stage_id = $2 and s.faults is not null and s.line > $3 and s.line <= $4
       and ${notRejected} order by s.line`,
    parametersOf(range).slice(0, 4),
  );
  await rows(
    em,
    `with ${roster}
     insert into identity.import_rejection (import_id, line, "column", code, parameters)
     select $1, line, ${columnOfFault}, fault, '{}' from roster where fault is not null order by line`,
    parametersOf(range),
  );
};

/** Rejects rows of the file that speak of the same person as a row before them. */
export const rejectRepeated = (em: EntityManager, range: RosterRange): Promise<unknown> =>
  rows(
    em,
    `with ${roster},
     firsts as (
       select line, first_value(line) over (partition by email order by line) as by_email,
         case when external_id is not null then first_value(line) over (partition by external_id order by line) else line end as by_id,
         case when person_id is not null then first_value(line) over (partition by person_id order by line) else line end as by_person
       from roster)
     insert into identity.import_rejection (import_id, line, "column", code, parameters)
     select $1, line,
       case when by_email < line then 'email' when by_id < line then 'external_id' end,
       case when by_email < line then 'email-repeated' when by_id < line then 'external-id-repeated' else 'person-repeated' end,
       jsonb_build_object('line', case when by_email < line then by_email when by_id < line then by_id else by_person end)
     from firsts where least(by_email, by_id, by_person) < line order by line`,
    parametersOf(range),
  );

/** How many rows of the range would create or change somebody, and how many would not. */
export const countChanges = async (em: EntityManager, range: RosterRange): Promise<{ changed: number; unchanged: number }> =>
  (await row<{ changed: number; unchanged: number }>(
    em,
    `with ${roster}
     select count(*) filter (where p.id is null or ${differs}) as changed, count(*) filter (where p.id is not null and not (${differs})) as unchanged
     from roster r left join identity.person p on p.id = r.person_id`,
    parametersOf(range),
  ))!;

/**
 * Creates and changes the people of a range, and keeps what they were before. Whoever is to be changed is locked first and compared as
 * they then are. Returns the ids of those created or changed, and how many rows there were.
 */
export const mergeRange = async (em: EntityManager, range: RosterRange): Promise<{ rows: number; ids: string[] }> =>
  (await row<{ rows: number; ids: string[] }>(
    em,
    `with ${roster},
     locked as (
       select p.id, r.line, to_jsonb(p) - '{id,created_at,search,sort_name,id_key,mail_key}'::text[] as before,
         ${names.map((name) => `${next[name]!} as next_${name}`).join(', ')}
       from identity.person p join roster r on r.person_id = p.id
       where ${differs} for no key update of p),
     changed as (
       update identity.person p
       set ${names.map((name) => `${name} = l.next_${name}`).join(', ')}, revision = p.revision + 1
       from locked l where p.id = l.id returning p.id, l.line, l.before, p.revision),
     created as (
       insert into identity.person (id, external_id, email, given_name, family_name, sex, country, institution_id, rank, language, birth_year)
       select new_id, external_id, email, given_name, family_name, sex, country, institution_id, rank, coalesce(language, 'es'), birth_year
       from roster where person_id is null order by line returning id),
     noted as (
       insert into identity.import_change (import_id, line, person_id, before, revision)
       select $1, line, id, before, revision from changed
       union all
       select $1, line, new_id, null, 1 from roster where person_id is null)
     select (select count(*) from roster)::int as rows, array(select id from changed union all select id from created) as ids`,
    parametersOf(range),
  ))!;

/** The last line of the next `limit` staged rows behind `after`; undefined when none is left. */
export const nextLine = async (em: EntityManager, stageId: string, after: number, limit: number): Promise<number | undefined> =>
  (await row<{ line: number | null }>(
    em,
    `select max(line) as line from (
       select line from identity.import_row where stage_id = $1 and line > $2 order by line limit $3) s`,
    [stageId, after, limit],
  ))!.line ?? undefined;

/** The last line of a reading. */
export const lastLine = async (em: EntityManager, stageId: string): Promise<number> =>
  (await row<{ line: number }>(em, 'select coalesce(max(line), 0) as line from identity.import_row where stage_id = $1', [stageId]))!.line;

/** How many rows of a reading are there. */
export const stagedRows = async (em: EntityManager, stageId: string): Promise<number> =>
  (await row<{ count: number }>(em, 'select count(*) from identity.import_row where stage_id = $1', [stageId]))!.count;

export const rejectedLines = async (em: EntityManager, importId: string): Promise<number> =>
  (await row<{ count: number }>(em, 'select count(distinct line) from identity.import_rejection where import_id = $1', [importId]))!.count;

export const forgetRejections = (em: EntityManager, importId: string): Promise<unknown> =>
  rows(em, 'delete from identity.import_rejection where import_id = $1', [importId]);

export const forgetStage = (em: EntityManager, stageId: string): Promise<unknown> =>
  rows(em, 'delete from identity.import_row where stage_id = $1', [stageId]);
