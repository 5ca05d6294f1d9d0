import { numberOf } from '../runtime/reported.js';
import { parseDuration } from '../runtime/time.js';
import { isLanguage } from './languages.js';

/** What is wrong with a value: nothing, not of the type, out of range. */
export type Verdict = 0 | 406 | 407;

/** A data type of RTE 4.1.1. `interaction` is the type of the interaction that the element belongs to, if any. */
export type ValueType = (value: string, interaction: string) => Verdict;

const verdict = (right: boolean): Verdict => (right ? 0 : 406);

/**
 * The standard names the least that a system has to take (SPM). More is kept whole, up to what a journal record carries: cutting it off
 * would lose the learner's work without telling anybody.
 */
const mostCharacters = 64_000;
export const mostOfResponse = 250_000;
const mostOfIdentifier = 4_000;

/** characterstring, with no more than `most` UTF-16 units. */
export const text =
  (most = mostCharacters): ValueType =>
  (value) =>
    verdict(value.length <= most);

/** One of a list of words. */
export const oneOf = (...words: string[]): ValueType => {
  const known = new Set(words);
  return (value) => verdict(known.has(value));
};

/** real(10,7) within a range, both ends included. Longer fractions are taken as they are. */
export const real =
  (least = -Infinity, most = Infinity): ValueType =>
  (value) => {
    const number = isReal(value) ? Number(value) : undefined;
    if (number === undefined) return 406;
    return number < least || number > most ? 407 : 0;
  };

/** A decimal number without blanks or exponent. */
export const isReal = (value: string): boolean => value.trim() === value && numberOf(value) !== undefined;

/** timeinterval(second,10,2). */
export const duration: ValueType = (value) => verdict(parseDuration(value) !== undefined);

const moment = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d{1,2}(?:Z|[+-](\d\d)(?::(\d\d))?)?)?)?)?)?)?)?$/;

/** time(second,10,0): from a year alone to a moment with a time zone, which stands only after a fraction of a second; 1970 to 2038. */
export const timestamp: ValueType = (value) => {
  const found = moment.exec(value);
  if (!found) return 406;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = found
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const dated = year >= 1970 && year <= 2038 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  return verdict(dated && hour < 24 && minute < 60 && second < 60 && zoneHour < 24 && zoneMinute < 60);
};

const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** language_type, or nothing. */
export const language: ValueType = (value) => verdict(value === '' || isLanguage(value));

/** localized_string_type: a text that may begin with its language, `{lang=es}`. */
export const localized: ValueType = (value) => verdict(isLocalized(value));

export const isLocalized = (value: string): boolean => {
  const [, tag] = /^\{lang=([^}]*)\}/.exec(value) ?? [];
  return value.length <= mostOfResponse && (tag === undefined || isLanguage(tag));
};

/** long_identifier_type. */
export const identifier: ValueType = (value) => verdict(isIdentifier(value));

/**
 * A URI reference that is not empty (RFC 3986); letters beyond ASCII are taken as RFC 3987 has them. After `urn:` stand a namespace and
 * a name within it (RFC 2141). Also what the standard calls short_identifier_type.
 */
export function isIdentifier(value: string): boolean {
  if (
    value.length > mostOfIdentifier ||
    !/^(?:[^\p{Cc}\p{Z}"<>\\^`{|}[\]%#]|%[0-9a-f]{2})+(?:#[^\p{Cc}\p{Z}"<>\\^`{|}[\]#]*)?$/iu.test(value)
  )
    return false;
  const [, rest] = /^[a-z][a-z0-9+.-]*:(.*)$/is.exec(value) ?? [];
  if (/^urn:/i.test(value)) return /^urn:[a-z0-9][a-z0-9-]{0,31}:./i.test(value);
  return rest !== '';
}
