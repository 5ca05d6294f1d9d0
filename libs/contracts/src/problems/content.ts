import { problemTexts } from './text.js';

/** What may go wrong in content. */
export const contentProblems = problemTexts({});
