import type { Page } from '@aula/contracts';
import { Problem } from './problem.js';

/** An opaque mark of the row behind which the next page begins: its sort values. */
export const encodeCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** The sort values of a cursor with `length` of them, or undefined without one. Problem: invalid `cursor-invalid`. */
export const decodeCursor = (cursor: string | undefined, length = 1): (string | number | null)[] | undefined => {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((each) => each === null || ['string', 'number'].includes(typeof each))
    )
      return values as (string | number | null)[];
  } catch {
    // falls through: it is as invalid as one of the wrong shape
  }
  throw new Problem('invalid', 'cursor-invalid');
};

/** A page out of `limit + 1` rows that were asked for: the surplus row says that there is a next page. */
export const pageOfRows = <R, T>(
  found: readonly R[],
  limit: number,
  toItem: (row: R) => T,
  cursorOf: (row: R) => (string | number | null)[],
): Page<T> => {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), next: found.length > limit && last ? encodeCursor(cursorOf(last)) : null };
};
