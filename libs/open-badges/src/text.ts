import type { JsonObject, JsonValue } from './json.js';
import { OpenBadgesError } from './problem.js';

/** Control characters (C0, delete, C1): what RFC 8785 would escape, and what a page or a PDF could be made to misread. */
const control = /[\u0000-\u001f\u007f-\u009f]/;
/** Half surrogate pairs, which are no text (RFC 8785 section 3.2.2.2). */
const loneSurrogate = /\p{Surrogate}/u;

/** Throws `OpenBadgesError` unless a text may stand in a credential: no control character, no lone surrogate. */
export function ensureText(text: string, path: string): void {
  if (control.test(text)) throw new OpenBadgesError('control-character', path);
  if (loneSurrogate.test(text)) throw new OpenBadgesError('lone-surrogate', path);
}

/**
 * Throws `OpenBadgesError` unless a document may be signed: plain JSON, ASCII property names, integers and no other numbers. Under
 * these rules sorted keys with compact separators equal JCS, so that a verifier of a few lines is right.
 */
export function ensureSignable(document: JsonObject): void {
  const open: (readonly [JsonValue | undefined, string])[] = [[document, '']];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, path] = next;
    if (typeof value === 'string') ensureText(value, path);
    else if (typeof value === 'number') ensureInteger(value, path);
    else if (value !== null && typeof value !== 'boolean') open.push(...members(value, path));
  }
}

function ensureInteger(value: number, path: string): void {
  if (!Number.isSafeInteger(value)) throw new OpenBadgesError('not-an-integer', path);
}

function members(value: JsonValue | undefined, path: string): (readonly [JsonValue | undefined, string])[] {
  if (typeof value !== 'object' || value === null) throw new OpenBadgesError('not-json', path);
  const plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!plain) throw new OpenBadgesError('not-json', path);
  return Object.entries(value as JsonObject)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => {
      const place = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (!/^[\u0020-\u007e]*$/.test(name)) throw new OpenBadgesError('not-ascii-name', place);
      return [member, place] as const;
    });
}
