import { problemTexts } from './text.js';

/** What may go wrong in identity. */
export const identityProblems = problemTexts({});
