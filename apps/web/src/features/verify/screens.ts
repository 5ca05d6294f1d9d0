export { Verify } from './Verify.js';
export { VerifyAny } from './VerifyAny.js';
