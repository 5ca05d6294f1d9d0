import { problemTexts } from './text.js';

/** What may go wrong in catalog. */
export const catalogProblems = problemTexts({});
