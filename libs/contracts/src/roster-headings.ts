import type { RosterColumn } from './roster.js';
import type { Language } from './text.js';

type Names<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>;

/** What stands above the columns of a roster's file. */
export const rosterHeadings: Names<RosterColumn> = {
  es: {
    ...{ name: 'Nombre', institution: 'Institución', country: 'País', email: 'Correo', rank: 'Grado', language: 'Idioma' },
    ...{ state: 'Estado', progress: 'Avance', missing: 'Unidades que faltan', enrolledAt: 'Inscripción', activeAt: 'Última actividad' },
    ...{ externalId: 'Número de identificación', completedAt: 'Finalización', deadline: 'Plazo', remindedAt: 'Último recordatorio' },
  },
  pt: {
    ...{ name: 'Nome', institution: 'Instituição', country: 'País', email: 'E-mail', rank: 'Posto', language: 'Idioma' },
    ...{ state: 'Situação', progress: 'Progresso', missing: 'Unidades pendentes', enrolledAt: 'Inscrição', activeAt: 'Última atividade' },
    ...{ externalId: 'Número de identificação', completedAt: 'Conclusão', deadline: 'Prazo', remindedAt: 'Último lembrete' },
  },
  en: {
    ...{ name: 'Name', institution: 'Institution', country: 'Country', email: 'E-mail', rank: 'Rank', language: 'Language' },
    ...{ state: 'State', progress: 'Progress', missing: 'Units missing', enrolledAt: 'Enrolled', activeAt: 'Last activity' },
    ...{ externalId: 'Identification number', completedAt: 'Completed', deadline: 'Deadline', remindedAt: 'Last reminder' },
  },
  fr: {
    ...{ name: 'Nom', institution: 'Établissement', country: 'Pays', email: 'Courriel', rank: 'Grade', language: 'Langue' },
    ...{ state: 'État', progress: 'Avancement', missing: 'Unités manquantes', enrolledAt: 'Inscription', activeAt: 'Dernière activité' },
    ...{ externalId: 'Numéro d’identification', completedAt: 'Achèvement', deadline: 'Échéance', remindedAt: 'Dernier rappel' },
  },
};

/** The states of an enrollment as a roster's file names them. */
export const rosterStateNames: Names<'pending' | 'active' | 'completed' | 'withdrawn'> = {
  es: { pending: 'pendiente', active: 'en curso', completed: 'completado', withdrawn: 'retirado' },
  pt: { pending: 'pendente', active: 'em andamento', completed: 'concluído', withdrawn: 'cancelado' },
  en: { pending: 'pending', active: 'in progress', completed: 'completed', withdrawn: 'withdrawn' },
  fr: { pending: 'en attente', active: 'en cours', completed: 'achevé', withdrawn: 'retiré' },
};
