import type { ImportColumn, Language } from '@aula/contracts';

/** What two people, the one of Costa Rica and the other of Brazil, would have in each column. */
const examples: Record<ImportColumn, [string, string]> = {
  external_id: ['CR-10245', 'BR-7731'],
  email: ['maria.rojas@example.org', 'joao.moraes@example.org'],
  given_name: ['María', 'João'],
  family_name: ['Rojas Solano', 'Moraes'],
  sex: ['F', 'M'],
  country: ['CR', 'BR'],
  institution: ['', ''],
  rank: ['Inspectora', 'Cabo'],
  language: ['es', 'pt'],
  birth_year: ['1988', ''],
};

/** The columns of a file of people. */
export const importColumns = Object.keys(examples) as ImportColumn[];

/** A file to begin with, as CSV: the names of the columns and two people. Its separator is the one that spreadsheets of the language expect. */
export const importTemplate = (language: Language): string => {
  const people = Object.values(examples);
  const rows = [importColumns, people.map(([one]) => one), people.map(([, other]) => other)];
  return `\uFEFF${rows.map((row) => row.join(language === 'en' ? ',' : ';')).join('\r\n')}\r\n`;
};
