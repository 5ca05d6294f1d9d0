export type Scalar = string | number | boolean | null | undefined;

const needsEscape = /["\\]/;
const escaped = /["\\]/g;

const quoted = (value: Scalar): string => {
  if (value === null || value === undefined) return 'NULL';
  const text = String(value);
  return `"${needsEscape.test(text) ? text.replace(escaped, '\\$&') : text}"`;
};
const bare = (value: Scalar): string => (value === null || value === undefined ? 'NULL' : String(value));

/** Types whose values are words without a comma, brace or quote. */
const plainTypes = ['uuid', 'int', 'bigint', 'smallint', 'float8', 'bool'];

/**
 * An array of scalars as the text that PostgreSQL reads (PostgreSQL, 8.15.6), for hot paths: pg asks of each element what it is, which
 * costs more than all the rest of sending it.
 */
export const arrayText = (type: string, values: readonly Scalar[]): string =>
  `{${values.map(plainTypes.includes(type) ? bare : quoted).join(',')}}`;
