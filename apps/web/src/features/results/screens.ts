export { EditionQuizzes } from './EditionQuizzes.js';
export { QuestionPeople } from './QuestionPeople.js';
export { QuizOutcome } from './QuizOutcome.js';
export { ResultEditions } from './ResultEditions.js';
export { ResultLearners } from './ResultLearners.js';
