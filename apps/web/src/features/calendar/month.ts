import { wallAt } from '../../lib/time.js';

/** A month, `2026-12`. */
export type Month = string;

/** The day on which `instant` falls in `zone`, `2026-12-31`. */
export const dayIn = (instant: string | number, zone: string): string => wallAt(new Date(instant).getTime(), zone).slice(0, 10);

export const shifted = (month: Month, by: number): Month => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};

/** The weeks of a month, Monday first; days of its neighbours complete the first and the last one. */
export const weeksOf = (month: Month): string[][] => {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const lead = (new Date(first).getUTCDay() + 6) % 7;
  const next = Date.parse(`${shifted(month, 1)}-01T00:00:00Z`);
  const weeks = Math.ceil((lead + (next - first) / 86_400_000) / 7);
  const dayAt = (index: number): string => new Date(first + (index - lead) * 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, day) => dayAt(week * 7 + day)));
};
