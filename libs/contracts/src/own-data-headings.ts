import type { Language } from './text.js';

interface OwnTable<S extends string> {
  /** Of the file, without its ending. */
  name: string;
  headings: readonly string[];
  states: Readonly<Record<S, string>>;
}
type InLanguages<S extends string> = Readonly<Record<Language, OwnTable<S>>>;

/** A person's own courses as a table. */
export const ownEnrollmentsTable: InLanguages<'pending' | 'active' | 'completed' | 'withdrawn'> = {
  es: {
    name: 'mis cursos',
    headings: ['Curso', 'Edición', 'Horas', 'Estado', 'Avance', 'Apertura', 'Cierre', 'Finalización'],
    states: { pending: 'pendiente', active: 'en curso', completed: 'completado', withdrawn: 'retirado' },
  },
  pt: {
    name: 'meus cursos',
    headings: ['Curso', 'Edição', 'Horas', 'Situação', 'Progresso', 'Abertura', 'Encerramento', 'Conclusão'],
    states: { pending: 'pendente', active: 'em andamento', completed: 'concluído', withdrawn: 'cancelado' },
  },
  en: {
    name: 'my courses',
    headings: ['Course', 'Edition', 'Hours', 'State', 'Progress', 'Opens', 'Closes', 'Completed'],
    states: { pending: 'pending', active: 'in progress', completed: 'completed', withdrawn: 'withdrawn' },
  },
  fr: {
    name: 'mes cours',
    headings: ['Cours', 'Session', 'Heures', 'État', 'Avancement', 'Ouverture', 'Clôture', 'Achèvement'],
    states: { pending: 'en attente', active: 'en cours', completed: 'achevé', withdrawn: 'retiré' },
  },
};

/** A person's own attempts at quizzes as a table; points and pass are empty until they are released. */
export const ownAttemptsTable: InLanguages<'open' | 'submitted' | 'graded'> = {
  es: {
    name: 'mis pruebas',
    headings: ['Prueba', 'Intento', 'Estado', 'Puntos', 'Puntos posibles', 'Aprobó', 'Inicio'],
    states: { open: 'abierto', submitted: 'entregado', graded: 'calificado' },
  },
  pt: {
    name: 'minhas provas',
    headings: ['Prova', 'Tentativa', 'Situação', 'Pontos', 'Pontos possíveis', 'Aprovado', 'Início'],
    states: { open: 'aberta', submitted: 'entregue', graded: 'corrigida' },
  },
  en: {
    name: 'my quizzes',
    headings: ['Quiz', 'Attempt', 'State', 'Points', 'Possible points', 'Passed', 'Started'],
    states: { open: 'open', submitted: 'handed in', graded: 'graded' },
  },
  fr: {
    name: 'mes épreuves',
    headings: ['Épreuve', 'Tentative', 'État', 'Points', 'Points possibles', 'Réussi', 'Début'],
    states: { open: 'ouverte', submitted: 'remise', graded: 'notée' },
  },
};

/** A person's own certificates as a table. */
export const ownCredentialsTable: InLanguages<'pending' | 'issued' | 'revoked'> = {
  es: {
    name: 'mis certificados',
    headings: ['Curso', 'Horas', 'Estado', 'Expedición', 'Revocación', 'Motivo', 'Verificación'],
    states: { pending: 'en preparación', issued: 'expedido', revoked: 'revocado' },
  },
  pt: {
    name: 'meus certificados',
    headings: ['Curso', 'Horas', 'Situação', 'Emissão', 'Revogação', 'Motivo', 'Verificação'],
    states: { pending: 'em preparação', issued: 'emitido', revoked: 'revogado' },
  },
  en: {
    name: 'my certificates',
    headings: ['Course', 'Hours', 'State', 'Issued', 'Revoked', 'Reason', 'Verification'],
    states: { pending: 'being prepared', issued: 'issued', revoked: 'revoked' },
  },
  fr: {
    name: 'mes certificats',
    headings: ['Cours', 'Heures', 'État', 'Délivrance', 'Révocation', 'Motif', 'Vérification'],
    states: { pending: 'en préparation', issued: 'délivré', revoked: 'révoqué' },
  },
};
