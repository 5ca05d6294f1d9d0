import { z } from 'zod';
import { QuestionKind } from './assessment.js';
import { AttemptId, EditionId, EnrollmentId, PersonId, QuestionId, QuizId, UnitId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { attemptStates } from './quiz-attempt.js';
import { LocalText, type Language } from './text.js';

const whole = z.number().int();
/** How the people of an edition did in each quiz of its course; counts are of people. */
export const EditionResults = z
  .object({
    editionId: EditionId,
    title: z.string(),
    courseTitle: LocalText,
    enrolled: whole,
    quizzes: z.array(
      z.object({
        unitId: UnitId,
        quizId: QuizId,
        title: LocalText,
        started: whole,
        handedIn: whole,
        beingMarked: whole,
        graded: whole,
        passed: whole,
        /** Mean of everybody's best, 0 to 1. */
        mean: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'EditionResults' });
export type EditionResults = z.infer<typeof EditionResults>;

/**
 * One question in the graded attempts that were looked into. `facility`: mean share of the points, null below 5 answers.
 * `discrimination`: correlation of its share with that of the attempt's other questions, null below 20. `choices`: how often each was
 * taken; `right` is null for readers who may not author the quiz.
 */
const QuestionResult = z
  .object({
    id: QuestionId,
    kind: QuestionKind,
    text: z.string(),
    asked: whole,
    answered: whole,
    /** Of those answered: all of the points, some, none. */
    right: whole,
    partly: whole,
    wrong: whole,
    facility: z.number().nullable(),
    discrimination: z.number().nullable(),
    choices: z.array(z.object({ text: z.string(), taken: whole, right: z.boolean().nullable() })),
  })
  .meta({ id: 'QuestionResult' });

/** The best graded attempt of each person makes the distribution: shares from `from`, under `to` (the last with 1), how many people. */
export const QuizResults = z
  .object({
    editionId: EditionId,
    editionTitle: z.string(),
    unitId: UnitId,
    quizId: QuizId,
    title: LocalText,
    passingScore: z.number(),
    people: whole,
    passed: whole,
    mean: z.number().nullable(),
    median: z.number().nullable(),
    attempts: whole,
    /** How many people needed one, two, … attempts so far. */
    attemptsEach: z.array(z.object({ attempts: whole, people: whole })),
    /** From start to handing in, seconds: a quarter took less, half, a quarter more. */
    seconds: z.object({ lower: z.number(), median: z.number(), upper: z.number() }).nullable(),
    distribution: z.array(z.object({ from: z.number(), to: z.number(), people: whole })),
    questions: z.array(QuestionResult),
    /** The newest graded attempts that the questions were looked into by. */
    lookedInto: whole,
  })
  .meta({ id: 'QuizResults' });
export type QuizResults = z.infer<typeof QuizResults>;

/**
 * `from`, `to`: shares of the score. `best`: only each person's best attempt. `latest`: only each person's latest that was started, or
 * handed in. `questionId`: of the attempts that questions were looked into
 * by, those that were asked it; `answered`: how; `taken`: that took this choice of its newest wording, from 0.
 */
export const ResultAttemptQuery = PageQuery.extend({
  state: z.enum(attemptStates).optional(),
  passed: z.enum(['true', 'false']).optional(),
  from: z.coerce.number().min(0).max(1).optional(),
  to: z.coerce.number().min(0).max(1).optional(),
  best: z.enum(['true', 'false']).default('false'),
  latest: z.enum(['started', 'handed-in']).optional(),
  questionId: QuestionId.optional(),
  answered: z.enum(['right', 'partly', 'wrong', 'blank']).optional(),
  taken: z.coerce.number().int().min(0).max(1_000).optional(),
});
export type ResultAttemptQuery = z.infer<typeof ResultAttemptQuery>;
export const ResultAttempt = z
  .object({
    attemptId: AttemptId,
    enrollmentId: EnrollmentId,
    personId: PersonId,
    name: z.string(),
    number: whole,
    state: z.enum(attemptStates),
    score: z.number().nullable(),
    maxScore: z.number().nullable(),
    passed: z.boolean().nullable(),
    startedAt: Instant,
    submittedAt: Instant.nullable(),
    seconds: z.number().nullable(),
  })
  .meta({ id: 'ResultAttempt' });
export type ResultAttempt = z.infer<typeof ResultAttempt>;
export const ResultAttemptList = pageOf(ResultAttempt);

const headings: Readonly<Record<Language, readonly string[]>> = {
  es: ['Persona', 'Intento', 'Estado', 'Puntos', 'Puntos posibles', 'Aprobó', 'Inicio', 'Entrega', 'Segundos'],
  pt: ['Pessoa', 'Tentativa', 'Estado', 'Pontos', 'Pontos possíveis', 'Aprovado', 'Início', 'Entrega', 'Segundos'],
  en: ['Person', 'Attempt', 'State', 'Points', 'Possible points', 'Passed', 'Started', 'Handed in', 'Seconds'],
  fr: ['Personne', 'Tentative', 'État', 'Points', 'Points possibles', 'Réussi', 'Début', 'Remise', 'Secondes'],
};
/** The first line of the attempts as a table. */
export const resultHeadings = (language: Language): readonly string[] => headings[language];
