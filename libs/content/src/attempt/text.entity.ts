/**
 * What content writes is any sequence of UTF-16 units: packed suspend data use all of them, NUL and halves of characters too, which
 * PostgreSQL cannot hold. Such a unit is kept as a mark and its four hexadecimal digits. The mark is a noncharacter of Unicode that no
 * text has; where one has it all the same, it is kept in the same way, so that everything comes back as it was said.
 */
const mark = '\ufdd0';
const unkept = /[\0\ufdd0]|\p{Surrogate}/u;
const allUnkept = /[\0\ufdd0]|\p{Surrogate}/gu;
/** A shortened text may end within an escape. */
const escapes = /\ufdd0(?:([0-9a-f]{4})|[0-9a-f]{0,3}$)/g;

const escaped = (unit: string): string => mark + unit.charCodeAt(0).toString(16).padStart(4, '0');

/** Text as PostgreSQL holds it: nearly always itself. */
export const toStored = (text: string): string => (unkept.test(text) ? text.replace(allUnkept, escaped) : text);

/** What {@link toStored} was given. */
export const fromStored = (text: string): string =>
  text.includes(mark)
    ? text.replace(escapes, (_, hex: string | undefined) => (hex === undefined ? '' : String.fromCharCode(Number.parseInt(hex, 16))))
    : text;

/** JSON text that PostgreSQL takes as jsonb, its keys and strings as {@link toStored} has them. */
export const toStoredJson = (value: unknown): string => {
  const text = JSON.stringify(value);
  if (!text.includes('\\u') && !text.includes(mark)) return text;
  // stringify escapes NUL and lone surrogates only (well-formed JSON.stringify); an escaped backslash is skipped as a pair
  return text.replace(/\\(?:\\|u(0000|d[89a-f][0-9a-f]{2}))|\ufdd0/g, (found, hex: string | undefined) =>
    hex === undefined ? (found === mark ? escaped(mark) : found) : mark + hex,
  );
};

/** What {@link toStoredJson} was given. */
export const fromStoredJson = <T>(value: T): T => (isMarked(value) ? (unmarked(value) as T) : value);

const isMarked = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes(mark);
  if (typeof value !== 'object' || value === null) return false;
  for (const key in value) if (isMarked(key) || isMarked((value as Record<string, unknown>)[key])) return true;
  return false;
};

const unmarked = (value: unknown): unknown => {
  if (typeof value === 'string') return fromStored(value);
  if (Array.isArray(value)) return value.map(unmarked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [fromStored(key), unmarked(each)]));
};
