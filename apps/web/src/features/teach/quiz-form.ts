import type { QuizWish } from '@aula/contracts';
import { type Texts, trimText } from '../../lib/local-text.js';
import { readNumber } from '../../lib/number.js';

export const quizNumbers = ['pick', 'minutes', 'attemptsAllowed', 'passingScore'] as const;
export type QuizNumber = (typeof quizNumbers)[number];

/** What the form of a quiz holds while it is being typed. An empty number sets no limit; the score to pass is in percent. */
export interface QuizFields extends Record<QuizNumber, string> {
  title: Texts;
  bankId: string;
}

export const emptyQuiz: QuizFields = { title: {}, bankId: '', pick: '', minutes: '', attemptsAllowed: '', passingScore: '70' };

/** The request, or the fields that still stop it. */
export const quizOf = (fields: QuizFields): { quiz: QuizWish } | { missing: (QuizNumber | 'title' | 'bankId')[] } => {
  const { bankId } = fields;
  const title = trimText(fields.title);
  const pick = whole(fields.pick);
  const minutes = readOptional(fields.minutes);
  const attemptsAllowed = whole(fields.attemptsAllowed);
  const passing = readNumber(fields.passingScore);
  const passable = passing !== undefined && passing >= 0 && passing <= 100;
  if (title && bankId && pick !== undefined && minutes !== undefined && attemptsAllowed !== undefined && passable) {
    const timeLimitSeconds = minutes === null ? null : Math.round(minutes * 60);
    return { quiz: { title, bankId, pick, timeLimitSeconds, attemptsAllowed, passingScore: passing / 100 } };
  }
  const wrong = {
    title: !title,
    bankId: !bankId,
    pick: pick === undefined,
    minutes: minutes === undefined,
    attemptsAllowed: attemptsAllowed === undefined,
    passingScore: !passable,
  };
  return { missing: (Object.keys(wrong) as (keyof typeof wrong)[]).filter((field) => wrong[field]) };
};

/** null for an empty field, undefined for what is no number above 0. */
const readOptional = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null;
  const value = readNumber(typed);
  return value !== undefined && value > 0 ? value : undefined;
};

const whole = (typed: string): number | null | undefined => {
  const value = readOptional(typed);
  return typeof value === 'number' && !Number.isInteger(value) ? undefined : value;
};
