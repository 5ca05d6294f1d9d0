export { Account } from './Account.js';
export { PasswordReset } from './PasswordReset.js';
