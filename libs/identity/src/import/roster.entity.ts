import { z } from 'zod';
import { importColumns, languages, type ImportColumn, type ProblemCode, type ProblemParameters } from '@aula/contracts';
import { addressOf } from '../person/person.entity.js';

const required: readonly ImportColumn[] = ['email', 'given_name', 'family_name'];

/** Where a person has what this column says. */
export const storedColumn = (column: ImportColumn): string => (column === 'institution' ? 'institution_id' : column);

/** What is wrong with one cell, or with the whole row (`column` null). */
interface Fault {
  column: ImportColumn | null;
  code: ProblemCode;
  parameters: ProblemParameters;
}
/** What is wrong with the file as a whole. */
export interface FileFault {
  code: ProblemCode;
  parameters: ProblemParameters;
}
/** What values are held against: the Member States, and the id of an institution by code or name, or why there is none. */
export interface Directory {
  countries: ReadonlySet<string>;
  institutionOf: (text: string) => { id: string } | { code: 'institution-unknown' | 'institution-ambiguous' };
}
/** One row after reading: values as they are stored (an institution by its id), null for an empty cell. */
export interface RosterRow {
  values: Readonly<Record<ImportColumn, string | null>>;
  faults: Fault[];
}

/** The columns that the header names, in its order; case, blanks and hyphens do not matter, empty cells at its end are left out. */
export const readHeader = (cells: readonly string[]): ImportColumn[] | FileFault => {
  const names = cells.map((cell) => cell.trim().toLowerCase().replace(/[ -]+/g, '_'));
  while (names.at(-1) === '') names.pop();
  const known = importColumns.join(', ');
  const missing = required.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => !(importColumns as readonly string[]).includes(name));
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  if (missing.length > 0) return fileFault('import.columns-missing', { missing: listed(missing), found: listed(names), known });
  if (unknown.length > 0) return fileFault('import.columns-unknown', { unknown: listed(unknown), known });
  if (repeated.length > 0) return fileFault('import.columns-repeated', { repeated: listed(repeated) });
  return names as ImportColumn[];
};

const fileFault = (code: ProblemCode, parameters: ProblemParameters): FileFault => ({ code, parameters });
const listed = (names: readonly string[]): string => shown([...new Set(names)].map((name) => name || '""').join(', '), 400);
/** A value as far as a message has room for it. */
const shown = (value: string, most = 80): string => (value.length > most ? `${value.slice(0, most - 1)}…` : value);

/** Reads the cells of one row; nothing but empty cells is no row. */
export const readRow = (columns: readonly ImportColumn[], cells: readonly string[], directory: Directory): RosterRow | undefined => {
  const count = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (count === 0) return undefined;
  const values: Record<ImportColumn, string | null> = { ...noValues };
  if (cells.length < columns.length || count > columns.length)
    return { values, faults: [fault(null, 'cells-wrong', { found: cells.length, expected: columns.length })] };
  const faults: Fault[] = [];
  columns.forEach((column, index) => {
    const read = readCell(column, cells[index]!, directory);
    if (typeof read === 'object' && read !== null) faults.push(read);
    else values[column] = read;
  });
  return { values, faults };
};

const noValues = Object.fromEntries(importColumns.map((column) => [column, null])) as Record<ImportColumn, null>;
const fault = (column: ImportColumn | null, code: ProblemCode, parameters: ProblemParameters = {}): Fault => ({
  column,
  code,
  parameters: column ? { column, ...parameters } : parameters,
});

const longest: Readonly<Record<ImportColumn, number>> = {
  external_id: 80,
  email: 320,
  given_name: 120,
  family_name: 120,
  sex: 20,
  country: 80,
  institution: 200,
  rank: 120,
  language: 20,
  birth_year: 20,
};
const emailForm = z.regexes.email;
const notText = /[\u0000-\u001f\u007f\ufffd]/;

const readCell = (column: ImportColumn, cell: string, directory: Directory): string | null | Fault => {
  const text = cell.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') return required.includes(column) ? fault(column, 'value-missing') : null;
  if (text.length > longest[column]) return fault(column, 'value-too-long', { most: longest[column] });
  if (notText.test(text)) return fault(column, 'characters-invalid');
  return readers[column]?.(text, directory) ?? text;
};

type Reader = (text: string, directory: Directory) => string | Fault;
/** Columns whose values mean something; all others are text as it stands, whatever a spreadsheet might make of it. */
const readers: Partial<Record<ImportColumn, Reader>> = {
  email: (text) => (emailForm.test(text) ? addressOf(text) : fault('email', 'email-invalid', { value: shown(text) })),
  sex: (text) => (/^[fmx]$/i.test(text) ? text.toUpperCase() : fault('sex', 'sex-unknown', { value: shown(text) })),
  country: (text, { countries }) =>
    countries.has(text.toUpperCase()) ? text.toUpperCase() : fault('country', 'country-unknown', { value: shown(text) }),
  institution: (text, { institutionOf }) => {
    const meant = institutionOf(text);
    return 'id' in meant ? meant.id : fault('institution', meant.code, { value: shown(text) });
  },
  language: (text) => {
    const primary = text.toLowerCase().split(/[-_]/, 1)[0]!; // BCP 47: pt-BR is Portuguese
    return (languages as readonly string[]).includes(primary) ? primary : fault('language', 'language-unknown', { value: shown(text) });
  },
  birth_year: (text) => (/^(19|20)\d\d$/.test(text) ? text : fault('birth_year', 'birth-year-wrong', { value: shown(text) })),
};
