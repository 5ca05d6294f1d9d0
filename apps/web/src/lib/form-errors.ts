import { Refusal } from './problem.js';

/** `/title/es`, `body.title.es` and `title.es` all mean the field `title.es`. */
const fieldOf = (path: string): string =>
  path
    .replace(/^#?\//, '')
    .replaceAll('/', '.')
    .replace(/^(body|query)\./, '');

/** The refusal's messages by field; {} when it names none. */
export const fieldErrors = (reason: unknown): Record<string, string> =>
  reason instanceof Refusal ? Object.fromEntries(reason.errors.map(({ path, message }) => [fieldOf(path), message])) : {};

/** Messages for places that the form has no field for, so that none is lost. A whole sentence stands for itself, a scrap names its place. */
export const otherErrors = (reason: unknown, fields: readonly string[]): string[] =>
  Object.entries(fieldErrors(reason))
    .filter(([field]) => !fields.includes(field))
    .map(([field, message]) => (field === '' || /[.!?]$/.test(message) ? message : `${field}: ${message}`));
