export { Dashboard } from './Dashboard.js';
export { Learners } from './Learners.js';
export { Numbers } from './Numbers.js';
