export { Attempt } from './Attempt.js';
export { Attempts } from './Attempts.js';
export { GiveBack } from './GiveBack.js';
export { Questions } from './Questions.js';
