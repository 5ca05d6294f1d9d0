import { z } from 'zod';
import { QuestionId } from './ids.js';
import { AnswerResponse, AttemptQuestionView, ReviewedQuestion } from './quiz-attempt.js';
import { Language } from './text.js';

const most = 5_000;
/** Places of choices from 0, each once. */
const order = z
  .array(z.number().int().min(0).max(99))
  .max(100)
  .refine((places) => new Set(places).size === places.length && places.every((place) => place < places.length), { message: 'an order' });

/** What a trial asked, question by question: which wording, with its choices in which order, worth how many points. */
const TrialPaper = z
  .array(z.object({ questionId: QuestionId, versionId: z.uuid(), order, points: z.number().int().min(1).max(1_000) }).strict())
  .min(1)
  .max(most);

/** An author walks a quiz as a learner would; `language`: the one that the questions are shown in, else the reader's. */
export const QuizTrialCreate = z.object({ language: Language.optional() }).strict().meta({ id: 'QuizTrialCreate' });
export type QuizTrialCreate = z.infer<typeof QuizTrialCreate>;

/** Drawn afresh and kept nowhere: `paper` comes back with the answers. Empty where the quiz has no questions. */
export const QuizTrial = z
  .object({ questions: z.array(AttemptQuestionView), points: z.number(), paper: z.array(TrialPaper.element) })
  .meta({ id: 'QuizTrial' });
export type QuizTrial = z.infer<typeof QuizTrial>;

/** `responses`: in the order of the paper, null for what was left blank. */
export const QuizTrialAnswers = z
  .object({ paper: TrialPaper, responses: z.array(AnswerResponse).max(most), language: Language.optional() })
  .strict()
  .refine(({ paper, responses }) => paper.length === responses.length, { path: ['responses'], message: 'one for each question' })
  .meta({ id: 'QuizTrialAnswers' });
export type QuizTrialAnswers = z.infer<typeof QuizTrialAnswers>;

/** How the machine would grade it, with keys and feedback. `passed` null: essays were written, which people mark. */
export const QuizTrialResult = z
  .object({ score: z.number(), maxScore: z.number(), passed: z.boolean().nullable(), questions: z.array(ReviewedQuestion) })
  .meta({ id: 'QuizTrialResult' });
export type QuizTrialResult = z.infer<typeof QuizTrialResult>;
