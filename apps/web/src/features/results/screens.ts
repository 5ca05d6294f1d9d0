export { EditionQuizzes } from './EditionQuizzes.js';
export { QuizOutcome } from './QuizOutcome.js';
export { ResultEditions } from './ResultEditions.js';
