import { CompiledQuery } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * Runs one statement with `$1` parameters inside the manager's transaction and returns its rows. Instants come as RFC 3339 texts,
 * bigint and numeric as numbers, jsonb parsed. Arrays are passed as PostgreSQL arrays (`any($1::uuid[])`, `unnest($1::uuid[])`).
 */
export const rows = async <R extends object>(em: EntityManager, text: string, parameters: readonly unknown[] = []): Promise<R[]> => {
  const result = await em.getKysely<Record<string, never>>().executeQuery(CompiledQuery.raw(text, [...parameters]));
  return result.rows as R[];
};

/** The first row, or undefined. */
export const row = async <R extends object>(em: EntityManager, text: string, parameters: readonly unknown[] = []): Promise<R | undefined> =>
  (await rows<R>(em, text, parameters))[0];

/** Runs one statement and returns how many rows it changed. */
export const change = async (em: EntityManager, text: string, parameters: readonly unknown[] = []): Promise<number> => {
  const result = await em.getKysely<Record<string, never>>().executeQuery(CompiledQuery.raw(text, [...parameters]));
  return Number(result.numAffectedRows ?? 0n);
};
