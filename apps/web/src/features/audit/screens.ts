export { Audit } from './Audit.js';
