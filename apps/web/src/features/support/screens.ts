export { Attempt } from './Attempt.js';
export { Attempts } from './Attempts.js';
export { SupportEditions } from './SupportEditions.js';
