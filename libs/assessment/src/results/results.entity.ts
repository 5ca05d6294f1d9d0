import type { QuizResults } from '@aula/contracts';

const leastForFacility = 5;
const leastForDiscrimination = 20;
/** Bars of the distribution. */
export const bars = 10;
/** So many of the newest graded attempts are looked into question by question: enough for any index, and soon done. */
export const lookedInto = 5_000;

/** Indices where enough people have answered for them to mean anything. */
export const indicesOf = (asked: number, share: number | null, correlation: number | null) => ({
  facility: asked < leastForFacility ? null : share,
  discrimination: asked < leastForDiscrimination ? null : correlation,
});

/** All bars, also those where nobody is. */
export const distributionOf = (counts: readonly { bar: number; people: number }[]): QuizResults['distribution'] =>
  Array.from({ length: bars }, (_, bar) => ({
    from: bar / bars,
    to: (bar + 1) / bars,
    people: counts.find((each) => each.bar === bar)?.people ?? 0,
  }));

/**
 * One line of CSV, RFC 4180. Cells that a spreadsheet would take for a formula begin with an apostrophe: what learners write is not to be
 * carried out by whoever opens the file.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;

const cell = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
};
