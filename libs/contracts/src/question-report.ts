import { z } from 'zod';
import { EditionId, PackageId } from './ids.js';
import { Instant } from './page.js';
import type { Language } from './text.js';

/** Packages of an edition whose questions were answered. */
export const QuestionReportList = z
  .object({ items: z.array(z.object({ packageId: PackageId, title: z.string(), questions: z.number().int() })), next: z.null() })
  .meta({ id: 'QuestionReportList' });
export type QuestionReportList = z.infer<typeof QuestionReportList>;

/**
 * How a cohort did at one question of a package. Of each person the last answer counts; `tries` counts all. `difficulty` is the share of
 * right answers and null below 5 of them; `discrimination` is the correlation of being right here with the share of right answers to the
 * other questions (corrected point-biserial, −1 to 1) and null below 20. `neutral` answers are neither right nor wrong.
 */
export const QuestionStatistics = z
  .object({
    id: z.string(),
    /** The item of the manifest that asks it. */
    item: z.string(),
    type: z.string().nullable(),
    description: z.string().nullable(),
    learners: z.number().int(),
    tries: z.number().int(),
    right: z.number().int(),
    wrong: z.number().int(),
    neutral: z.number().int(),
    meanSeconds: z.number().nullable(),
    difficulty: z.number().nullable(),
    discrimination: z.number().nullable(),
    /** The most frequent answers; those of fewer than 3 people are counted together in `others`. */
    responses: z.array(z.object({ text: z.string(), learners: z.number().int(), correct: z.boolean().nullable() })),
    others: z.number().int(),
  })
  .meta({ id: 'QuestionStatistics' });
export type QuestionStatistics = z.infer<typeof QuestionStatistics>;

export const QuestionReport = z
  .object({
    editionId: EditionId,
    editionTitle: z.string(),
    packageId: PackageId,
    title: z.string(),
    at: Instant,
    /** Answers have come in that are not counted yet. */
    behind: z.boolean(),
    questions: z.array(QuestionStatistics),
    /** Completed attempts, and how many of them give reason to ask; all are counted all the same. See `PlausibilityHint`. */
    plausibility: z.object({
      completed: z.number().int(),
      tooFast: z.number().int(),
      noAnswers: z.number().int(),
      identical: z.number().int(),
    }),
  })
  .meta({ id: 'QuestionReport' });
export type QuestionReport = z.infer<typeof QuestionReport>;

const headings: Readonly<Record<Language, readonly string[]>> = {
  es: [
    'Parte',
    'Pregunta',
    'Clase',
    'Texto',
    'Personas',
    'Respuestas',
    'Correctas',
    'Incorrectas',
    'Sin calificar',
    'Segundos (media)',
    'Dificultad (proporción correcta)',
    'Discriminación',
    'Respuestas más frecuentes',
    'Otras respuestas',
  ],
  pt: [
    'Parte',
    'Pergunta',
    'Tipo',
    'Texto',
    'Pessoas',
    'Respostas',
    'Certas',
    'Erradas',
    'Sem avaliação',
    'Segundos (média)',
    'Dificuldade (proporção certa)',
    'Discriminação',
    'Respostas mais frequentes',
    'Outras respostas',
  ],
  en: [
    'Part',
    'Question',
    'Kind',
    'Text',
    'People',
    'Answers',
    'Right',
    'Wrong',
    'Not judged',
    'Seconds (mean)',
    'Difficulty (share right)',
    'Discrimination',
    'Most frequent answers',
    'Other answers',
  ],
  fr: [
    'Partie',
    'Question',
    'Type',
    'Texte',
    'Personnes',
    'Réponses',
    'Justes',
    'Fausses',
    'Non évaluées',
    'Secondes (moyenne)',
    'Difficulté (part juste)',
    'Discrimination',
    'Réponses les plus fréquentes',
    'Autres réponses',
  ],
};

/** The first line of the report as a table. */
export const questionReportHeadings = (language: Language): readonly string[] => headings[language];
