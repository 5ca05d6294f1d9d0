import { Readable } from 'node:stream';
import type { AulaReply } from '../http/request.js';

export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];
export type TableCell = string | number | Date | null;

/** A table on its way out: `name` of the sheet and of the file, without its ending; rows may come as they are asked for. */
export interface Table {
  name: string;
  headings: readonly string[];
  rows: AsyncIterable<readonly TableCell[]> | Iterable<readonly TableCell[]>;
}

const types: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Answers with the table as a file, written while its rows are read; a reader who goes away ends the reading. */
export const sendTable = async (reply: AulaReply, table: Table, format: TableFormat): Promise<void> => {
  const body = format === 'csv' ? csvOf(table) : await xlsxOf(table);
  const headers = {
    'content-type': types[format],
    'content-disposition': attached(`${table.name}.${format}`),
    'cache-control': 'private, no-store',
  };
  await reply.headers(headers).send(body);
};

/** Names of other letters are given twice: for programs that know ASCII alone, and as RFC 8187 writes them. */
const attached = (file: string): string => {
  const plain = file.replace(/[^\w .-]/g, '_');
  const whole = plain === file ? '' : `; filename*=UTF-8''${encodeURIComponent(file).replace(/['()*]/g, '_')}`;
  return `attachment; filename="${plain}"${whole}`;
};

/** CSV (RFC 4180) in UTF-8 with the mark by which spreadsheets know it. */
export const csvOf = ({ headings, rows }: Table): Readable => Readable.from(csvLines(headings, rows), { objectMode: false });

async function* csvLines(headings: readonly string[], rows: Table['rows']): AsyncGenerator<string> {
  let text = `\uFEFF${csvLine(headings)}`;
  for await (const cells of rows) {
    text += csvLine(cells);
    if (text.length < 32_768) continue;
    yield text;
    text = '';
  }
  yield text;
}

const csvLine = (cells: readonly TableCell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Text that a spreadsheet would calculate gets an apostrophe before it (OWASP, CSV injection). */
const csvCell = (value: TableCell): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  const safe = /^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A workbook of one sheet; texts are text cells, which nothing calculates. Its writer is loaded when the first is asked for. */
export const xlsxOf = async ({ name, headings, rows }: Table): Promise<Readable> => {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const columns = headings.map((header) => ({ header, width: Math.min(40, Math.max(12, header.length + 2)) }));
  const stream = writeXlsxStream(cellsOf(rows), { name: sheetName(name), columns, freezePane: { rows: 1 } });
  return Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0]);
};

async function* cellsOf(rows: Table['rows']): AsyncGenerator<TableCell[]> {
  for await (const cells of rows) yield [...cells];
}

/** Spreadsheets take 31 characters and none of these. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
