import type { ProblemText } from '@aula/contracts';

/** What each role is called in a sentence. */
export const roleNames: Readonly<Record<string, ProblemText>> = {
  officer: { es: 'agente', pt: 'agente', en: 'officer', fr: 'agent' },
  instructor: { es: 'instrucción', pt: 'instrução', en: 'instructor', fr: 'instruction' },
  'training-administrator': {
    es: 'administración de la formación',
    pt: 'administração da formação',
    en: 'training administrator',
    fr: 'administration de la formation',
  },
  registrar: { es: 'registro académico', pt: 'registro acadêmico', en: 'registrar', fr: 'registre académique' },
  reviewer: { es: 'revisión académica', pt: 'revisão acadêmica', en: 'reviewer', fr: 'évaluation académique' },
  coordinator: { es: 'coordinación', pt: 'coordenação', en: 'coordinator', fr: 'coordination' },
  'programme-manager': { es: 'gestión de programas', pt: 'gestão de programas', en: 'programme manager', fr: 'gestion de programmes' },
  administrator: { es: 'administración', pt: 'administração', en: 'administrator', fr: 'administration' },
  auditor: { es: 'auditoría', pt: 'auditoria', en: 'auditor', fr: 'audit' },
};
