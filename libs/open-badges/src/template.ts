import canonicalize from 'canonicalize';
import type { JsonObject } from './json.js';
import { OpenBadgesError } from './problem.js';
import { ensureSignable, ensureText } from './text.js';

/** Fills the places of a template. Throws `OpenBadgesError` for a value with a control character or a lone surrogate. */
export type Template<F extends string> = (values: Readonly<Record<F, string>>) => string;

/** What a template is made from: a document for given values of its fields. */
export type Make<F extends string> = (values: Readonly<Record<F, string>>) => JsonObject;

/** Unicode noncharacters, meant for use inside a program (Unicode 23.7): around the name of a field while a template is compiled. */
const [open, close] = ['\ufdd0', '\ufdd1'];

/**
 * Canonicalises once with marks, then only splices: equals the JCS form (RFC 8785) of `make(values)` for string fields.
 * `make` may put a field whole or inside a longer string, more than once, never into a property name and never changed.
 * Throws `OpenBadgesError` `bad-template` when it does otherwise or leaves a field out.
 */
export function compileTemplate<F extends string>(fields: readonly F[], make: Make<F>): Template<F> {
  const template = compileText(fields, canonicalText(make(marksOf(fields))));
  const samples = recordOf(fields, (_, place) => `sample ${String(place)} "\\é`);
  if (template(samples) !== canonicalText(make(samples))) throw new OpenBadgesError('bad-template', '');
  return template;
}

/** The JCS form of a document that may be signed. */
export function canonicalText(document: JsonObject): string {
  ensureSignable(document);
  return canonicalize(document) ?? '';
}

/** The fields with a mark for each value. */
export const marksOf = <F extends string>(fields: readonly F[]): Readonly<Record<F, string>> =>
  recordOf(fields, (field) => open + field + close);

/** True when a text holds a mark. */
export const isMarked = (text: string): boolean => text.includes(open);

/** A template of canonical text with marks. */
export function compileText<F extends string>(fields: readonly F[], text: string): Template<F> {
  const parts = text.split(new RegExp(`${open}(\\w+)${close}`));
  const used = new Set(parts.filter((_, place) => place % 2 === 1));
  const missing = fields.find((field) => !used.has(field));
  if (missing !== undefined || used.size !== fields.length) throw new OpenBadgesError('bad-template', missing ?? '');
  return (values) => parts.map((part, place) => (place % 2 === 1 ? written(values[part as F], part) : part)).join('');
}

function written(value: string | undefined, field: string): string {
  if (typeof value !== 'string') throw new OpenBadgesError('missing-value', field);
  ensureText(value, field);
  return JSON.stringify(value).slice(1, -1);
}

const recordOf = <F extends string>(fields: readonly F[], value: (field: F, place: number) => string): Readonly<Record<F, string>> =>
  Object.fromEntries(fields.map((field, place) => [field, value(field, place)])) as Record<F, string>;
