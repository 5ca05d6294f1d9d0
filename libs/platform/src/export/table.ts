import { Readable } from 'node:stream';

export type Cell = string | number | Date | null;
/** A table of any length: what stands above its columns, and its rows as they come. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: AsyncIterable<readonly Cell[]>;
}

/**
 * One line of CSV, RFC 4180. Cells that a spreadsheet would take for a formula begin with an apostrophe: what people wrote is not to be
 * carried out by whoever opens the file.
 */
const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

const csvCell = (value: Cell): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  const safe = /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The table as CSV, made while it is read. The mark at the beginning tells spreadsheets that this is UTF-8. */
export const csvOf = ({ headings, rows }: Table): Readable => Readable.from(gathered(csvLines(headings, rows)), { objectMode: false });

async function* csvLines(headings: readonly string[], rows: Table['rows']): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(headings)}`;
  for await (const row of rows) yield csvLine(row);
}

const most = 65_536;
/** The same text in pieces of 64 KB: a stream costs by its pieces. */
export async function* gathered(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  for await (const part of parts) {
    text += part;
    if (text.length < most) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
