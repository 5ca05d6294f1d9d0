export { Calendar } from './Calendar.js';
