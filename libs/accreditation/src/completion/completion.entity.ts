import { inLanguage, type ExaminationMark, type Language } from '@aula/contracts';
import { encodeCursor, type TableCell } from '@aula/platform';

/** Where a page of the register ends. */
export const cursorOf = ({ completed_at: at, id }: { completed_at: string; id: string }): string => encodeCursor([at, id]);

/** A person's name; null for one who was erased. */
export const nameOf = (given: string | null, family: string | null): string | null =>
  [given, family].filter((part) => part).join(' ') || null;

const headings: Readonly<Record<Language, readonly string[]>> = {
  es: [
    'Nombre',
    'Número de identificación',
    'País',
    'Institución',
    'Código',
    'Curso',
    'Horas',
    'Edición',
    'Completado (UTC)',
    'Anulado (UTC)',
    'Nota del curso',
    'Notas por examen',
    'Certificado',
    'Estado del certificado',
  ],
  pt: [
    'Nome',
    'Número de identificação',
    'País',
    'Instituição',
    'Código',
    'Curso',
    'Horas',
    'Edição',
    'Concluído (UTC)',
    'Anulado (UTC)',
    'Nota do curso',
    'Notas por exame',
    'Certificado',
    'Estado do certificado',
  ],
  en: [
    'Name',
    'Identification number',
    'Country',
    'Institution',
    'Code',
    'Course',
    'Hours',
    'Edition',
    'Completed (UTC)',
    'Voided (UTC)',
    'Course mark',
    'Marks by examination',
    'Certificate',
    'State of the certificate',
  ],
  fr: [
    'Nom',
    'Numéro d’identification',
    'Pays',
    'Institution',
    'Code',
    'Cours',
    'Heures',
    'Session',
    'Terminé (UTC)',
    'Annulé (UTC)',
    'Note du cours',
    'Notes par examen',
    'Certificat',
    'État du certificat',
  ],
};

/** A row as a file tells it. */
interface Told {
  external_id: string | null;
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
  examinations: readonly ExaminationMark[];
  credential_id: string | null;
  credential_state: string | null;
}

export const headingsIn = (language: Language): readonly string[] => headings[language];

export const cellsOf = (row: Told, language: Language): TableCell[] => [
  nameOf(row.given_name, row.family_name),
  row.external_id,
  row.country,
  row.institution,
  row.code,
  inLanguage(row.title, language),
  row.hours,
  row.edition,
  row.completed_at,
  row.voided_at,
  rounded(row.mark),
  row.examinations.map(({ title, mark }) => `${inLanguage(title, language)}: ${String(rounded(mark) ?? '–')}`).join('; ') || null,
  row.credential_id,
  row.credential_state,
];
const rounded = (mark: number | null): number | null => (mark === null ? null : Math.round(mark * 1_000) / 1_000);
