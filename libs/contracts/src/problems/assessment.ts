import { problemTexts } from './text.js';

/** What may go wrong in assessment. */
export const assessmentProblems = problemTexts({});
