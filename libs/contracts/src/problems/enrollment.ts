import { problemTexts } from './text.js';

/** What may go wrong in enrollment. */
export const enrollmentProblems = problemTexts({});
