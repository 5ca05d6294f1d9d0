import { Readable } from 'node:stream';
import { expect, it } from '@jest/globals';
import { recordsOf, survey, type CsvRecord } from '../src/import/csv.service.js';
import type { ImportColumn } from '@aula/contracts';
import { readHeader, readRow, type Directory } from '../src/import/roster.entity.js';

const directory: Directory = {
  countries: new Set(['CO', 'BR']),
  institutionOf: (text) => (text === 'known' ? { id: 'an-id' } : { code: 'institution-unknown' }),
};
const columns: ImportColumn[] = ['email', 'given_name', 'family_name', 'sex', 'country', 'institution', 'rank', 'language', 'external_id'];
const good = ['ana@force.example', 'Ana', 'Núñez', 'f', 'co', 'known', 'Sargento', 'pt-BR', 'X1'];
const read = (index: number, cell: string) => readRow(columns, good.with(index, cell), directory)!;
const codes = (index: number, cell: string): string[] => read(index, cell).faults.map((fault) => `${fault.column}:${fault.code}`);

const chunks = (bytes: Buffer, sizes: () => number): Readable => {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = sizes();
    parts.push(bytes.subarray(at, at + size));
    at += size;
  }
  return Readable.from(parts);
};
const all = async (bytes: Buffer, sizes: () => number = () => 64): Promise<CsvRecord[]> => {
  const look = await survey(chunks(bytes, sizes) as AsyncIterable<Buffer>);
  const records: CsvRecord[] = [];
  for await (const record of recordsOf(chunks(bytes, sizes) as AsyncIterable<Buffer>, look)) records.push(record);
  return records;
};

it('takes a header in any order, case and spelling of blanks', () => {
  expect(readHeader([' E-Mail '.replace('-', ''), 'Family Name', 'GIVEN-NAME', '', ''])).toEqual(['email', 'family_name', 'given_name']);
});

it('says which columns are missing, unknown, or there twice', () => {
  expect(readHeader(['email', 'surname'])).toMatchObject({
    code: 'import.columns-missing',
    parameters: { missing: 'given_name, family_name', found: 'email, surname' },
  });
  expect(readHeader(['email', 'given_name', 'family_name', 'shoe_size'])).toMatchObject({
    code: 'import.columns-unknown',
    parameters: { unknown: 'shoe_size' },
  });
  expect(readHeader(['email', 'given_name', 'family_name', 'Email'])).toMatchObject({
    code: 'import.columns-repeated',
    parameters: { repeated: 'email' },
  });
});

it('reads a row into what is stored', () => {
  expect(readRow(columns, good, directory)).toEqual({
    faults: [],
    values: {
      external_id: 'X1',
      email: 'ana@force.example',
      given_name: 'Ana',
      family_name: 'Núñez',
      sex: 'F',
      country: 'CO',
      institution: 'an-id',
      rank: 'Sargento',
      language: 'pt',
      birth_year: null,
    },
  });
  expect(read(1, '  Ana\n  María ').values.given_name).toBe('Ana María');
  expect(read(2, 'Nu\u0301n\u0303ez').values.family_name).toBe('Núñez'); // composed
  expect(read(0, 'Ana@FORCE.example').values.email).toBe('ana@force.example');
  expect(read(6, '').values.rank).toBeNull();
});

it.each(['=1+1', '+49', '-cmd', '@SUM(A1)', `=HYPERLINK("http://x")`])('keeps %s as text', (formula) => {
  expect(read(6, formula).values.rank).toBe(formula);
  expect(codes(6, formula)).toEqual([]);
});

it('names each fault with its column', () => {
  expect(codes(0, 'not an address')).toEqual(['email:email-invalid']);
  expect(codes(0, ' ')).toEqual(['email:value-missing']);
  expect(codes(1, '')).toEqual(['given_name:value-missing']);
  expect(codes(2, 'x'.repeat(121))).toEqual(['family_name:value-too-long']);
  expect(codes(2, 'x'.repeat(120))).toEqual([]);
  expect(codes(3, 'H')).toEqual(['sex:sex-unknown']);
  expect(codes(4, 'ES')).toEqual(['country:country-unknown']);
  expect(codes(5, 'elsewhere')).toEqual(['institution:institution-unknown']);
  expect(codes(6, 'a\u0007b')).toEqual(['rank:characters-invalid']);
  expect(codes(7, 'de')).toEqual(['language:language-unknown']);
  const row = readRow(columns, ['x', '', 'y', 'Q', 'ES', '', '', '', ''], directory)!;
  expect(row.faults.map((fault) => fault.code)).toEqual(['email-invalid', 'value-missing', 'sex-unknown', 'country-unknown']);
});

it('tells a row of the wrong width from an empty one', () => {
  expect(readRow(columns, good.slice(0, 4), directory)!.faults).toEqual([
    { column: null, code: 'cells-wrong', parameters: { found: 4, expected: 9 } },
  ]);
  expect(readRow(columns, [...good, 'more'], directory)!.faults[0]!.code).toBe('cells-wrong');
  expect(readRow(columns, [...good, '', ''], directory)!.faults).toEqual([]);
  expect(readRow(columns, ['', '  ', ''], directory)).toBeUndefined();
});

it('counts lines as an editor does, inside quotation marks too', async () => {
  const text = 'a,b\r\n1,2\r\n\r\n3,"x\r\ny"\r\n4,"z"';
  for (const ending of ['\r\n', '\n', '\r']) {
    const records = await all(Buffer.from(text.replaceAll('\r\n', ending)));
    expect(records.map((record) => record.line)).toEqual([1, 2, 3, 4, 6]);
    expect(records[3]!.cells).toEqual(['3', 'x\ny']);
  }
});

it('reads the same from chunks of any size', async () => {
  const seed = process.hrtime()[1];
  let state = seed;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647 || 1) / 2_147_483_647;
  const text = `nombre;cargo\r\n${Array.from({ length: 200 }, (_, i) => `"Peña ""${i}""\r\nÍñigo";Ángel${i}\r\n`).join('')}`;
  const whole = await all(Buffer.from(text), () => 1_000_000);
  expect(whole).toHaveLength(201);
  try {
    for (let i = 0; i < 20; i++) expect(await all(Buffer.from(text), () => 1 + Math.floor(random() * 9))).toEqual(whole);
  } catch (error) {
    throw new Error(`seed ${seed}`, { cause: error });
  }
});

it('tells the encoding and the separator', async () => {
  const text = 'given_name;note\nNúñez;a,b,c\n';
  expect(await all(Buffer.from(`\ufeff${text}`))).toMatchObject([{ cells: ['given_name', 'note'] }, { cells: ['Núñez', 'a,b,c'] }]);
  expect((await all(Buffer.from(text, 'latin1')))[1]!.cells[0]).toBe('Núñez');
  expect((await all(Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0x93, 0x41, 0x94, 0x2c, 0x80])))[1]!.cells).toEqual(['“A”', '€']); // Windows-1252, not ISO 8859-1
  expect((await all(Buffer.from('a,b;c,d\n1,2,3\n')))[0]!.cells).toEqual(['a', 'b;c', 'd']);
});

it('refuses what is no CSV, and a quotation mark that never closes', async () => {
  await expect(all(Buffer.from('PK\u0003\u0004\u0000\u0000'))).rejects.toMatchObject({ code: 'import.not-csv' });
  await expect(all(Buffer.from(' \n\n'))).rejects.toMatchObject({ code: 'import.empty' });
  await expect(all(Buffer.from('a,b\n1,2\n3,"open\n5,6\n'))).rejects.toMatchObject({ code: 'import.quote-open', parameters: { line: 3 } });
  await expect(all(Buffer.from(`a,b\n1,"${'x'.repeat(100_000)}`))).rejects.toMatchObject({
    code: 'import.quote-open',
    parameters: { line: 2 },
  });
});
