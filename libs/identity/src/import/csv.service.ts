import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import { Problem } from '@aula/platform';

/** What a first look at a file tells. */
export interface Survey {
  encoding: 'utf-8' | 'windows-1252';
  separator: ';' | ',';
}
/** One record with the line of the file on which it begins, from 1. */
export interface CsvRecord {
  cells: string[];
  line: number;
}

/** A record longer than this is a quotation mark that was never closed. */
const longestRecord = 65_536;

/**
 * Reads the whole file once to learn how to read it: UTF-8 when every byte sequence is valid, else Windows-1252, which spreadsheets
 * write; the separator that the header has more of. Problems: invalid `import.empty`; `import.not-csv`.
 */
export const survey = async (bytes: AsyncIterable<Buffer>): Promise<Survey> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  let head = '';
  for await (const chunk of bytes) {
    if (chunk.includes(0)) throw new Problem('invalid', 'import.not-csv'); // text has no NUL; spreadsheets, archives and UTF-16 do
    if (head.length < longestRecord) head += chunk.toString('latin1');
    valid &&= isValid(decoder, chunk);
  }
  valid &&= isValid(decoder, undefined);
  const header = head
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .split(/[\r\n]/, 1)[0]!;
  if (header === '') throw new Problem('invalid', 'import.empty');
  return { encoding: valid ? 'utf-8' : 'windows-1252', separator: count(header, ';') > count(header, ',') ? ';' : ',' };
};

const count = (text: string, sign: string): number => text.split(sign).length - 1;
const isValid = (decoder: TextDecoder, chunk: Buffer | undefined): boolean => {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
};

/** The records of a CSV file (RFC 4180; a stray quotation mark inside a value is kept), one by one. Problem: invalid `import.quote-open`. */
export async function* recordsOf(bytes: AsyncIterable<Buffer>, { encoding, separator }: Survey): AsyncGenerator<CsvRecord> {
  // Lines are noted while parsing: the parser runs ahead of who reads, and its errors overtake the records before them.
  const begun = [1];
  const parser = parse({
    delimiter: separator,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRecord,
    on_record: (cells, { lines }) => {
      begun.push(lines + 1);
      return cells;
    },
  });
  const text = Readable.from(unixLines(decoded(bytes, encoding)));
  text.once('error', (error) => parser.destroy(error));
  try {
    for await (const cells of text.pipe(parser) as AsyncIterable<string[]>) yield { cells, line: begun.shift()! };
  } catch (error) {
    if (error instanceof CsvError) throw new Problem('invalid', 'import.quote-open', { line: begun.at(-1)! });
    throw error;
  } finally {
    text.destroy();
  }
}

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: Survey['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Every line ends in LF, so that lines are counted as an editor counts them, inside quotation marks too. */
async function* unixLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const chunk of text) {
    const whole = held + chunk;
    held = whole.endsWith('\r') ? '\r' : '';
    const now = held ? whole.slice(0, -1) : whole;
    if (now !== '') yield now.includes('\r') ? now.replace(/\r\n?/g, '\n') : now;
  }
  if (held) yield '\n';
}
