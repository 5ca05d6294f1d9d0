import { encodeCursor } from '@aula/platform';
import { inLanguage, type Language } from '@aula/contracts';

/** Where a page of the register ends. */
export const cursorOf = ({ completed_at: at, id }: { completed_at: string; id: string }): string => encodeCursor([at, id]);

/** A person's name; null for one who was erased. */
export const nameOf = (given: string | null, family: string | null): string | null =>
  [given, family].filter((part) => part).join(' ') || null;

const headings: Readonly<Record<Language, readonly string[]>> = {
  es: [
    'Nombre',
    'País',
    'Institución',
    'Código',
    'Curso',
    'Horas',
    'Edición',
    'Completado (UTC)',
    'Anulado (UTC)',
    'Nota',
    'Certificado',
    'Estado del certificado',
  ],
  pt: [
    'Nome',
    'País',
    'Instituição',
    'Código',
    'Curso',
    'Horas',
    'Edição',
    'Concluído (UTC)',
    'Anulado (UTC)',
    'Nota',
    'Certificado',
    'Estado do certificado',
  ],
  en: [
    'Name',
    'Country',
    'Institution',
    'Code',
    'Course',
    'Hours',
    'Edition',
    'Completed (UTC)',
    'Voided (UTC)',
    'Mark',
    'Certificate',
    'State of the certificate',
  ],
  fr: [
    'Nom',
    'Pays',
    'Institution',
    'Code',
    'Cours',
    'Heures',
    'Session',
    'Terminé (UTC)',
    'Annulé (UTC)',
    'Note',
    'Certificat',
    'État du certificat',
  ],
};

/** One line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe. */
const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;
const cell = (value: string | number | null): string => {
  const text = String(value ?? '');
  const plain = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** A row as a file tells it. */
interface Told {
  given_name: string | null;
  family_name: string | null;
  country: string | null;
  institution: string | null;
  code: string;
  title: Parameters<typeof inLanguage>[0];
  hours: number;
  edition: string | null;
  completed_at: string;
  voided_at: string | null;
  mark: number | null;
  credential_id: string | null;
  credential_state: string | null;
}

/** The first line, after the mark that tells spreadsheets that this is UTF-8. */
export const csvHead = (language: Language): string => `\uFEFF${csvLine(headings[language])}`;

export const csvRow = (row: Told, language: Language): string =>
  csvLine([
    nameOf(row.given_name, row.family_name),
    row.country,
    row.institution,
    row.code,
    inLanguage(row.title, language),
    row.hours,
    row.edition,
    row.completed_at,
    row.voided_at,
    row.mark === null ? null : Math.round(row.mark * 1_000) / 1_000,
    row.credential_id,
    row.credential_state,
  ]);
