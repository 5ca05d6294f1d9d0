import { createHmac } from 'node:crypto';

/** A key for one purpose, derived from the installation's secret (HMAC-SHA-256; 32 bytes). */
export const deriveKey = (secret: string, purpose: string): Buffer => createHmac('sha256', secret).update(`aula:${purpose}`).digest();
