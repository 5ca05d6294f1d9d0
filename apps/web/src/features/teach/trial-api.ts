import type { Language, QuizTrial, QuizTrialAnswers, QuizTrialResult } from '@aula/contracts';
import { http } from '../../lib/http.js';
import { quizzesPath } from './api.js';

/** What was asked and answered. */
export type Judged = Pick<QuizTrialAnswers, 'paper' | 'responses'>;

export const beginTrial = (quizId: string, language: Language) =>
  http.post<QuizTrial>(`${quizzesPath}/${quizId}/trials`, { body: { language } });
export const judgeTrial = (quizId: string, given: Judged, language: Language) =>
  http.post<QuizTrialResult>(`${quizzesPath}/${quizId}/trial-results`, { body: { ...given, language } });
