import type pg from 'pg';
import { views, type ViewName, type ViewRow } from '@aula/contracts';

const standInOf = (view: ViewName): string => `testing.${view.replace('.', '_')}`;

/**
 * Replaces a neighbour's published view by one over a table of the test, and fills it. Grants stay; PostgreSQL refuses a missing,
 * renamed or retyped column, so the stand-in cannot drift from the real view. Rows left out of `row` are null.
 */
export const publish = async <V extends ViewName>(owner: pg.Pool, view: V, rows: readonly Partial<ViewRow<V>>[]): Promise<void> => {
  const table = standInOf(view);
  // two actors may sign in at once, and two grants at once are an error
  await owner.query(`do $$ begin if to_regnamespace('testing') is null then
    create schema testing; grant usage on schema testing to aula_owner; end if; end $$`);
  const there = await owner.query<{ table: boolean }>(`select to_regclass($1) is not null as table`, [table]);
  if (!there.rows[0]!.table) {
    await owner.query(`create table ${table} as select * from ${view} with no data; grant select on ${table} to aula_owner;
      create or replace view ${view} as select * from ${table}`);
  }
  const shapes: Record<string, { def: { type: string } }> = views[view].columns.shape;
  const columns = Object.keys(shapes);
  await Promise.all(
    rows.map((row) =>
      owner.query(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
        columns.map((column) => parameter((row as Record<string, unknown>)[column], shapes[column]!.def.type === 'unknown')),
      ),
    ),
  );
};

/** What the contract leaves open is jsonb and goes as JSON text; arrays go as PostgreSQL arrays. */
const parameter = (value: unknown, json: boolean): unknown => {
  if (value === undefined || value === null) return null;
  return json ? JSON.stringify(value) : value;
};

/** Removes every row of the stand-in, so that `publish` says all there is. */
export const unpublish = async (owner: pg.Pool, view: ViewName): Promise<void> => {
  await owner.query(`delete from ${standInOf(view)}`);
};
