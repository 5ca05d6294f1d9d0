import type { Language } from '@aula/contracts';

/** The columns of an exported search. */
export const headings: Readonly<Record<Language, readonly string[]>> = {
  es: ['momento (UTC)', 'quién (id)', 'quién', 'parte', 'clase', 'acto', 'objeto', 'cadena', 'entrada', 'petición'],
  pt: ['momento (UTC)', 'quem (id)', 'quem', 'parte', 'tipo', 'ato', 'objeto', 'cadeia', 'entrada', 'pedido'],
  en: ['time (UTC)', 'who (id)', 'who', 'part', 'kind', 'deed', 'subject', 'chain', 'entry', 'request'],
  fr: ['moment (UTC)', 'qui (id)', 'qui', 'partie', 'type', 'acte', 'objet', 'chaîne', 'entrée', 'requête'],
};

/** One line of CSV, RFC 4180. Cells that a spreadsheet would take for a formula begin with an apostrophe. */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;

const cell = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
};
