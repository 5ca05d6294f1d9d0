import { problemTexts } from './text.js';

/** What may go wrong in accreditation. */
export const accreditationProblems = problemTexts({});
