import type { JsonObject } from './json.js';

/** Fills the places of a template. Throws `OpenBadgesError` for a value with a control character or a lone surrogate. */
export type Template<F extends string> = (values: Readonly<Record<F, string>>) => string;

/**
 * Canonicalises once with marks, then only splices: equals the JCS form (RFC 8785) of `make(values)` for string fields.
 * `make` may put a field whole or inside a longer string, more than once, never into a property name and never changed.
 */
export function compileTemplate<F extends string>(
  fields: readonly F[],
  make: (values: Readonly<Record<F, string>>) => JsonObject,
): Template<F> {
  throw new Error(`not there yet: ${String(fields.length)} ${String(make)}`);
}
