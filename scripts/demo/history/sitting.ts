import type { Chance } from './chance.ts';

/** A question with its key, as the examination's house keeps it: percent by choice, range or text. */
export interface KeyedQuestion {
  questionId: string;
  versionId: string;
  kind: 'single-choice' | 'multiple-choice' | 'true-false' | 'numeric' | 'short-answer';
  points: number;
  choices: number;
  weights: number[];
  minimums: number[];
  maximums: number[];
  texts: string[];
}

/** What was answered to one question, in the column of its kind. */
export interface Answer {
  choice?: number;
  choices?: number[];
  truth?: boolean;
  number?: number;
  text?: string;
}

/** An attempt that is over: the paper, the answers, and what they earned. Choices are shown in the order in which they were written. */
export interface Sitting {
  questions: KeyedQuestion[];
  answers: Answer[];
  score: number;
  maxScore: number;
}

/** Sits an examination of `pick` questions, knowing the share `skill` of them; `must` settles how it ends. */
export const sit = (
  bank: readonly KeyedQuestion[],
  { pick, passingScore }: { pick: number; passingScore: number },
  { skill, chance, must }: { skill: number; chance: Chance; must?: 'pass' | 'fail' },
): Sitting => {
  const questions = chance.some(bank, pick);
  const knows = questions.map(() => chance.next() < skill);
  const result = (): Sitting => resultOf(questions, knows);
  const passed = (): boolean => result().score / result().maxScore >= passingScore;
  const wish = must === 'pass';
  for (let place = 0; must && place < knows.length && passed() !== wish; place++) knows[place] = wish;
  return result();
};

const resultOf = (questions: KeyedQuestion[], knows: readonly boolean[]): Sitting => {
  const answers = questions.map((question, place) => (knows[place] ? right(question) : wrong(question)));
  const earned = questions.reduce((sum, question, place) => sum + question.points * percent(question, answers[place]!, knows[place]!), 0);
  return {
    questions,
    answers,
    score: Math.round(Math.max(0, earned / 100) * 1e6) / 1e6,
    maxScore: questions.reduce((sum, { points }) => sum + points, 0),
  };
};

const best = ({ weights }: KeyedQuestion): number => weights.indexOf(100);
const goods = ({ weights }: KeyedQuestion): number[] => weights.flatMap((weight, place) => (weight > 0 ? [place] : []));

const right = (question: KeyedQuestion): Answer => {
  switch (question.kind) {
    case 'single-choice':
      return { choice: best(question) };
    case 'multiple-choice':
      return { choices: goods(question) };
    case 'true-false':
      return { truth: best(question) === 0 };
    case 'numeric':
      return { number: (question.minimums[best(question)]! + question.maximums[best(question)]!) / 2 };
    case 'short-answer':
      return { text: question.texts[best(question)]!.replaceAll('*', '') };
  }
};

const wrong = (question: KeyedQuestion): Answer => {
  switch (question.kind) {
    case 'single-choice':
      return { choice: (best(question) + 1) % question.weights.length };
    case 'multiple-choice':
      return { choices: goods(question).slice(0, 1) };
    case 'true-false':
      return { truth: best(question) !== 0 };
    case 'numeric':
      return { number: Math.max(...question.maximums) + 10 };
    case 'short-answer':
      return { text: '?' };
  }
};

/** What an answer earns, by the rule of the examination's house: partial marks where several choices are right, else all or nothing. */
const percent = (question: KeyedQuestion, { choices }: Answer, knows: boolean): number => {
  if (!choices) return knows ? 100 : 0;
  const sum = choices.reduce((total, choice) => total + (question.weights[choice] ?? 0), 0);
  return Math.max(0, Math.min(100, sum));
};
