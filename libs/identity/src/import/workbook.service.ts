import { Problem } from '@aula/platform';
import type { CsvRecord } from './csv.service.js';

/**
 * What a workbook may hold. Its reader keeps the texts of all cells in memory, so that what is unpacked is bounded before it is read: the
 * worst that fits in costs less than a gigabyte for some seconds. Files of more people come as CSV, which streams.
 */
const mostBytes = 8_388_608;
const mostUnpacked = 16_777_216;
/** Characters: more than any column takes. A workbook tells a long text once and may name it in every row. */
const longestCell = 1_000;
/** Far more columns than a file of people has; a cell further right is not read. */
const lastColumn = 'AZ';
const lastRow = 100_000;
const signatures = { file: 0x04034b50, entry: 0x02014b50 };
const endOfDirectory = Buffer.from('PK\u0005\u0006', 'latin1');

/** Whether a file is a workbook (Office Open XML, a zip) and no CSV: its first bytes tell. */
export const isWorkbook = async (bytes: AsyncIterable<Buffer>): Promise<boolean> => {
  for await (const chunk of bytes) return chunk.length > 4 && chunk.readUInt32LE(0) === signatures.file;
  return false;
};

/**
 * The rows of the first sheet of a workbook, one by one, each with its number in the sheet. Problems: invalid `import.workbook-large`;
 * `import.workbook-damaged`.
 */
export async function* workbookRows(bytes: AsyncIterable<Buffer>, size: number): AsyncGenerator<CsvRecord> {
  if (size > mostBytes) throw large();
  const parts: Buffer[] = [];
  for await (const chunk of bytes) parts.push(chunk);
  const file = Buffer.concat(parts);
  if (unpackedBytes(file) > mostUnpacked) throw large();
  const { streamXlsxRows } = await import('hucre/xlsx');
  try {
    for await (const { index, values } of streamXlsxRows(new Uint8Array(file), { range: `A1:${lastColumn}${lastRow + 1}` })) {
      const cells = values.map(textOf);
      if (index >= lastRow && cells.some((cell) => cell !== '')) throw large();
      yield { cells, line: index + 1 };
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw damaged();
  }
}

const damaged = (): Problem => new Problem('invalid', 'import.workbook-damaged');
const large = (): Problem => new Problem('invalid', 'import.workbook-large', { megabytes: mostBytes / 1_048_576 });

/** A cell as CSV would have it. Dates are days. */
const textOf = (value: string | number | boolean | Date | null): string => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return value === null ? '' : String(value).slice(0, longestCell);
};

/**
 * Bytes of all entries of a zip once unpacked, as its central directory declares them (APPNOTE 4.3.12); the reader unpacks no entry beyond
 * that. What declares nothing, and so would be unpacked without a bound, is refused, as are zips of the 64-bit form, which no workbook of
 * this size is. Problem: invalid `import.workbook-damaged`.
 */
const unpackedBytes = (zip: Buffer): number => {
  const end = zip.lastIndexOf(endOfDirectory);
  if (end < 0 || end + 22 + (zip.length >= end + 22 ? zip.readUInt16LE(end + 20) : 0) !== zip.length) throw damaged();
  const count = zip.readUInt16LE(end + 10);
  let place = zip.readUInt32LE(end + 16);
  let total = 0;
  if (count === 0xffff) throw damaged();
  for (let entry = 0; entry < count; entry++) {
    if (place + 46 > end || zip.readUInt32LE(place) !== signatures.entry) throw damaged();
    const [packed, unpacked] = [zip.readUInt32LE(place + 20), zip.readUInt32LE(place + 24)];
    const described = (zip.readUInt16LE(place + 8) & 8) !== 0; // sizes may stand behind the content as well
    if ((packed > 2 && unpacked === 0) || (packed === 0 && described)) throw damaged();
    total += unpacked;
    place += 46 + zip.readUInt16LE(place + 28) + zip.readUInt16LE(place + 30) + zip.readUInt16LE(place + 32);
  }
  return total;
};
