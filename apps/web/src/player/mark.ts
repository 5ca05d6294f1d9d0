import type { RuntimeResult } from '@aula/contracts';

/** The word for a result; the strongest one wins. */
export const markOf = (result: RuntimeResult | null): 'passed' | 'failed' | 'completed' | 'incomplete' | null => {
  if (!result) return null;
  if (result.success === 'passed' || result.success === 'failed') return result.success;
  return result.completion === 'completed' || result.completion === 'incomplete' ? result.completion : null;
};
