export { Completions } from './Completions.js';
export { Credentials } from './Credentials.js';
export { VerifyMany } from './many/VerifyMany.js';
