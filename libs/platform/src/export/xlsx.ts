import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { gathered, type Cell, type Table } from './table.js';

/**
 * The table as a workbook of one sheet (ECMA-376), made while it is read. Texts are texts: none is ever a formula. A sheet holds
 * 1,048,576 rows.
 */
export const xlsxOf = (table: Table, sheet: string): Readable => {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts(sheet))) zip.addBuffer(Buffer.from(text), name);
  const rows = Readable.from(gathered(sheetOf(table)), { objectMode: false });
  const written = zip.outputStream as Readable;
  rows.on('error', (error: Error) => written.destroy(error));
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml');
  zip.end();
  return written;
};

async function* sheetOf({ headings, rows }: Table): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${headings.length}" width="20" customWidth="1"/></cols><sheetData>`;
  yield rowOf(headings, ' s="1"');
  for await (const row of rows) yield rowOf(row);
  yield '</sheetData></worksheet>';
}

const rowOf = (cells: readonly Cell[], style = ''): string => `<row>${cells.map((cell) => cellOf(cell, style)).join('')}</row>`;

const cellOf = (value: Cell, style: string): string => {
  if (value === null) return '<c/>';
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  if (value instanceof Date) return `<c s="2"><v>${serial(value)}</v></c>`;
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
};

/** Days since the last day of 1899, in UTC, as spreadsheets count them. */
const serial = (at: Date): number => Math.round((at.getTime() / 86_400_000 + 25_569) * 1e6) / 1e6;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What XML 1.0 has no place for is left out. */
const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => entities[sign]!).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Surrogate}\ufffe\uffff]/gu, '');

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a workbook is beside its rows: two styles, for headings and for instants. */
const parts = (sheet: string): Record<string, string> => ({
  '[Content_Types].xml': `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
});

/** Sheets' names are short and lack some signs. */
const sheetName = (text: string): string =>
  escaped(
    text
      .replace(/[\\/?*[\]:"']/g, ' ')
      .slice(0, 31)
      .trim() || 'Aula',
  );
