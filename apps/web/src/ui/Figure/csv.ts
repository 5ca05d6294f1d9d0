import type { Cell } from './FigureTable.js';

/**
 * Lines of CSV, RFC 4180, with the mark that tells spreadsheets UTF-8. Cells that a spreadsheet would take for a formula begin with an
 * apostrophe.
 */
export const csvText = (lines: readonly (readonly Cell[])[]): string =>
  `\uFEFF${lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;

const cell = (value: Cell): string => {
  if (value === null) return '';
  if (typeof value === 'object') return value.share === null ? '' : value.share.toFixed(4);
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
};
