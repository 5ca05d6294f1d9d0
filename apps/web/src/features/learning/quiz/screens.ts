export { Attempt } from './Attempt.js';
