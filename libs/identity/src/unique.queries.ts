import type { EntityManager } from '@mikro-orm/postgresql';
import { sqlState, type Problem } from '@aula/platform';

/**
 * Writes what the manager holds. A broken unique index becomes the problem that `taken` names for it; the index decides, not a look
 * before, since two requests may come at once.
 */
export const flushUnique = async (em: EntityManager, taken: Readonly<Record<string, Problem>>): Promise<void> => {
  try {
    await em.flush();
  } catch (error) {
    throw (sqlState(error) === '23505' && taken[constraintOf(error)]) || error;
  }
};

const constraintOf = (error: unknown): string =>
  error instanceof Error && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
