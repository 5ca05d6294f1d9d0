import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { csvOf, xlsxOf, type Table, type TableCell } from '@aula/platform';
import { readXlsx } from 'hucre/xlsx';

const given: TableCell[][] = [
  ['=1+1', 7, null],
  ['Ñandú; "dos"', -2.5, '+57 300'],
  ['<b>&', 0, ' @cmd'],
];
const table = (): Table => ({
  name: 'people: all',
  headings: ['Name', 'Number', 'Phone'],
  rows: Readable.from(given),
});

it('writes CSV that spreadsheets read as text, never as a formula', async () => {
  expect((await buffer(csvOf(table()))).toString()).toBe(
    '\uFEFFName,Number,Phone\r\n"\'=1+1",7,\r\n"Ñandú; ""dos""",-2.5,"\'+57 300"\r\n<b>&,0,"\' @cmd"\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
  'never lets a cell be a formula: %j',
  async (text) => {
    expect((await buffer(csvOf({ name: 'one', headings: [], rows: [[text]] }))).toString()).toBe(`\uFEFF\r\n"'${text}"\r\n`);
  },
);

it('writes a workbook whose texts are what was given', async () => {
  const { sheets } = await readXlsx(await buffer(await xlsxOf(table())));
  expect(sheets[0]!.name).toBe('people  all');
  expect(sheets[0]!.rows).toEqual([['Name', 'Number', 'Phone'], ...given]);
});

it('asks for rows only as they are read', async () => {
  let asked = 0;
  const endless = function* (): Generator<TableCell[]> {
    for (; asked < 1_000_000; asked++) yield ['x'.repeat(100), asked];
  };
  const stream = csvOf({ name: 'many', headings: ['a', 'b'], rows: Readable.from(endless()) });
  await once(stream, 'readable');
  stream.destroy();
  expect(asked).toBeLessThan(10_000);
});
