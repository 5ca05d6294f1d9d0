import { CompiledQuery } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';

/** What statements run on: an entity manager, or a plain connection (`Work.group`). */
export type Statements = EntityManager | pg.ClientBase;

/** A statement that hot paths run all the time. A plain connection parses and plans it once; the name stands for this text alone. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/**
 * Runs one statement with `$1` parameters inside the transaction and returns its rows. Instants come as RFC 3339 texts,
 * bigint and numeric as numbers, jsonb parsed. Arrays are passed as PostgreSQL arrays (`any($1::uuid[])`, `unnest($1::uuid[])`).
 */
export const rows = async <R extends object>(
  on: Statements,
  statement: string | Prepared,
  parameters: readonly unknown[] = [],
): Promise<R[]> => {
  if ('getKysely' in on) return (await execute(on, typeof statement === 'string' ? statement : statement.text, parameters)).rows as R[];
  const query = typeof statement === 'string' ? { text: statement } : statement;
  return (await on.query({ ...query, values: [...parameters] })).rows as R[];
};

/** The first row, or undefined. */
export const row = async <R extends object>(on: Statements, text: string, parameters: readonly unknown[] = []): Promise<R | undefined> =>
  (await rows<R>(on, text, parameters))[0];

/** Runs one statement and returns how many rows it changed. */
export const change = async (em: EntityManager, text: string, parameters: readonly unknown[] = []): Promise<number> =>
  Number((await execute(em, text, parameters)).numAffectedRows ?? 0n);

const execute = (em: EntityManager, text: string, parameters: readonly unknown[]) =>
  em.getKysely<Record<string, never>>().executeQuery(CompiledQuery.raw(text, [...parameters]));
