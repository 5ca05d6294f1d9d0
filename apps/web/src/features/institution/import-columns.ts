import { importColumns, type Language } from '@aula/contracts';

const examples = [
  ['CR-10245', 'maria.rojas@example.org', 'María', 'Rojas Solano', 'F', 'CR', '', 'Inspectora', 'es', '1988'],
  ['BR-7731', 'joao.moraes@example.org', 'João', 'Moraes', 'M', 'BR', '', 'Cabo', 'pt', ''],
];

/** A file to begin with, as CSV: the names of the columns and two people. Its separator is the one that spreadsheets of the language expect. */
export const importTemplate = (language: Language): string =>
  `\uFEFF${[importColumns, ...examples].map((row) => row.join(language === 'en' ? ',' : ';')).join('\r\n')}\r\n`;
