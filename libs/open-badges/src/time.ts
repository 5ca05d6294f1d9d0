import { OpenBadgesError } from './problem.js';

/** RFC 3339 in UTC to the second, `2026-01-31T08:00:00Z`. Throws `OpenBadgesError` `bad-time` for an invalid date. */
export function timestamp(date: Date): string {
  if (Number.isNaN(date.getTime())) throw new OpenBadgesError('bad-time', 'date');
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The date of an XML Schema dateTimeStamp, with its zone; null when it is none. VC Data Model 2.0 section 4.9. */
export function readTime(value: unknown): Date | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value)) return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}
