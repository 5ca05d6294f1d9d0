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

/**
 * One line of CSV, RFC 4180. Cells that a spreadsheet would take for a formula begin with an apostrophe: what learners and content
 * write is not to be carried out by whoever opens the file.
 */
export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;

const cell = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[",;\r\n]/.test(safe) || safe !== value ? `"${safe.replaceAll('"', '""')}"` : safe;
};
