import { z } from 'zod';
import { Instant, type Page } from '@aula/contracts';
import { Problem } from './problem.js';

/** An opaque mark of the row behind which the next page begins: its sort values. */
export const encodeCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** What the sort values of a cursor may be; PostgreSQL takes each as it is. */
export const sortValue = {
  id: z.uuid(),
  /** Any text that can be stored. */
  text: z.string().refine((value) => !value.includes('\0')),
  /** PostgreSQL's integer and, as far as JSON counts exactly, its bigint. */
  integer: z.int32(),
  bigint: z.int(),
  /** PostgreSQL's double precision. */
  double: z.number(),
  instant: Instant,
} as const;

type Values<S extends readonly z.ZodType[]> = { [K in keyof S]: z.infer<S[K]> };

/** The sort values of a cursor, which are of these shapes; undefined without one. Problem: invalid `cursor-invalid`. */
export const decodeCursor = <const S extends readonly z.ZodType[]>(cursor: string | undefined, ...shapes: S): Values<S> | undefined => {
  if (cursor === undefined) return undefined;
  const read = z.tuple(shapes as unknown as [z.ZodType, ...z.ZodType[]]).safeParse(jsonOf(cursor));
  if (!read.success) throw new Problem('invalid', 'cursor-invalid');
  return read.data as Values<S>;
};

const jsonOf = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
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
