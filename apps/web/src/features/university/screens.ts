export { Credentials } from './Credentials.js';
