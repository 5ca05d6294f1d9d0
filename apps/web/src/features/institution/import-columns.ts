import type { Language } from '@aula/contracts';

/** The columns of a file of people, as the academy reads them. */
export const importColumns = [
  'external_id',
  'email',
  'given_name',
  'family_name',
  'sex',
  'country',
  'institution',
  'rank',
  'language',
  'birth_year',
] as const;

const examples = [
  ['CR-10245', 'maria.rojas@example.org', 'María', 'Rojas Solano', 'F', 'CR', '', 'Inspectora', 'es', '1988'],
  ['BR-7731', 'joao.moraes@example.org', 'João', 'Moraes', 'M', 'BR', '', 'Cabo', 'pt', ''],
];

/** A file to begin with, as CSV: the names of the columns and two people. Its separator is the one that spreadsheets of the language expect. */
export const importTemplate = (language: Language): string =>
  `\uFEFF${[importColumns, ...examples].map((row) => row.join(language === 'en' ? ',' : ';')).join('\r\n')}\r\n`;
