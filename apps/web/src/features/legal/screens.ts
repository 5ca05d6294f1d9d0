export { Accessibility } from './Accessibility.js';
export { Privacy } from './Privacy.js';
