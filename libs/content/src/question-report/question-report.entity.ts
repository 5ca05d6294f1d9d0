import type { QuestionStatistics } from '@aula/contracts';

const leastForDifficulty = 5;
const leastForDiscrimination = 20;

/** Counts and means of one question. */
export interface Counted {
  learners: number;
  right: number;
  wrong: number;
  correlation: number | null;
  correlated: number;
}

/** The indices of a question, where enough people have answered for them to mean anything. */
export const indicesOf = (it: Counted): Pick<QuestionStatistics, 'neutral' | 'difficulty' | 'discrimination'> => {
  const judged = it.right + it.wrong;
  return {
    neutral: it.learners - judged,
    difficulty: judged < leastForDifficulty ? null : it.right / judged,
    discrimination: it.correlated < leastForDiscrimination ? null : it.correlation,
  };
};
