import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { from as copyFrom } from 'pg-copy-streams';
import type pg from 'pg';
import { importColumns, type ImportColumn } from '@aula/contracts';
import { Ids, ObjectStorage, POOL, Problem, Work } from '@aula/platform';
import { memberStates, namesOfInstitutions } from '../institution/institution.queries.js';
import { isWorkbook, workbookRows } from './workbook.service.js';
import { recordsOf, survey, type CsvRecord } from './csv.service.js';
import { readHeader, readRow, storedColumn, type Directory } from './roster.entity.js';

/** A file in the staging table: the columns of its header, and how many rows it has. */
export interface Staged {
  stageId: string;
  columns: ImportColumn[];
  rows: number;
}
type Progress = (fraction: number) => Promise<void>;

/** Characters of one portion of COPY. */
const portion = 65_536;

/** Reads stored files of people into the staging table. Nothing is held but the portion in hand. */
@Injectable()
export class StageService {
  constructor(
    private readonly storage: ObjectStorage,
    private readonly work: Work,
    private readonly ids: Ids,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  /** Reads a file under a new stage id. Problems: invalid `import.…`: what is wrong with the file as a whole. */
  async read(objectKey: string, progress: Progress): Promise<Staged> {
    const directory = await this.directory();
    const meter = { bytes: 0 };
    const { records, size } = await this.recordsIn(objectKey, meter);
    const columns = await headerOf(records);
    const staged: Staged = { stageId: this.ids.next(), columns, rows: 0 };
    await this.copy(this.portions(records, staged, directory, () => progress(meter.bytes / size)));
    if (staged.rows === 0) throw new Problem('invalid', 'import.empty');
    return staged;
  }

  /** What the file says, row by row: a workbook or, if it is none, CSV. */
  private async recordsIn(objectKey: string, meter: { bytes: number }): Promise<{ records: AsyncGenerator<CsvRecord>; size: number }> {
    const workbook = await isWorkbook((await this.open(objectKey)).body);
    const look = workbook ? undefined : await survey((await this.open(objectKey)).body);
    const { body, size } = await this.open(objectKey);
    return { records: look ? recordsOf(metered(body, meter), look) : workbookRows(metered(body, meter), size), size };
  }

  /** Institutions are few next to people: they are looked up here, by code, case aside, or by exact name, and not row by row. */
  private async directory(): Promise<Directory> {
    const countries = new Set((await this.work.read(memberStates)).map((state) => state.country));
    const byCode = new Map<string, string>();
    const byName = new Map<string, string | null>();
    for (const { id, code, name } of await this.work.read(namesOfInstitutions)) {
      byCode.set(code.toLowerCase(), id);
      byName.set(name, byName.has(name) ? null : id);
    }
    const institutionOf: Directory['institutionOf'] = (text) => {
      const id = byCode.get(text.toLowerCase()) ?? byName.get(text);
      return id ? { id } : { code: id === null ? 'institution-ambiguous' : 'institution-unknown' };
    };
    return { countries, institutionOf };
  }

  private async open(objectKey: string): Promise<{ body: AsyncIterable<Buffer>; size: number }> {
    const stored = await this.storage.get(objectKey);
    if (!stored) throw new Error('the file of this import is not in the storage');
    return { body: stored.body as AsyncIterable<Buffer>, size: Math.max(stored.size, 1) };
  }

  /** The rows as COPY's text format; each brings the id that its person gets if they are new. */
  private async *portions(
    records: AsyncIterable<CsvRecord>,
    staged: Staged,
    directory: Directory,
    progress: () => Promise<void>,
  ): AsyncGenerator<string> {
    let text = '';
    for await (const { cells, line } of records) {
      const row = readRow(staged.columns, cells, directory);
      if (!row) continue;
      staged.rows++;
      const faults = row.faults.length > 0 ? JSON.stringify(row.faults) : null;
      text += copyLine([staged.stageId, String(line), this.ids.next(), ...importColumns.map((column) => row.values[column]), faults]);
      if (text.length < portion) continue;
      yield text;
      text = '';
      await progress();
    }
    yield text;
  }

  private async copy(portions: AsyncIterable<string>): Promise<void> {
    const client = await this.pool.connect();
    try {
      const columns = importColumns.map(storedColumn);
      const sink = client.query(copyFrom(`copy identity.import_row (stage_id, line, new_id, ${columns.join(', ')}, faults) from stdin`));
      await pipeline(Readable.from(portions), sink);
      client.release();
    } catch (error) {
      client.release(true); // in the midst of COPY a connection is of no further use
      throw error;
    }
  }
}

/** The columns of the first line that is not empty. */
const headerOf = async (records: AsyncGenerator<CsvRecord>): Promise<ImportColumn[]> => {
  const first = await records.next();
  if (first.done) throw new Problem('invalid', 'import.empty');
  const { cells } = first.value;
  if (cells.every((cell) => cell.trim() === '')) return headerOf(records);
  const header = readHeader(cells);
  if (Array.isArray(header)) return header;
  await records.return(undefined);
  throw new Problem('invalid', header.code, header.parameters);
};

async function* metered(bytes: AsyncIterable<Buffer>, meter: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    meter.bytes += chunk.length;
    yield chunk;
  }
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
/** One line of COPY's text format; null is \N. */
const copyLine = (values: readonly (string | null)[]): string =>
  `${values.map((value) => (value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, (sign) => escapes[sign]!))).join('\t')}\n`;
