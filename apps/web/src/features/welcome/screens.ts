export { Welcome } from './Welcome.js';
