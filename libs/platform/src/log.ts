import { pino, type Logger } from 'pino';

export type { Logger };

/** Structured lines on standard output. Never personal data, tokens or answers: ids, counts and codes only. */
export const openLog = (level: string, name: string): Logger =>
  pino({ name, level, redact: { paths: ['req.headers', '*.password', '*.token', '*.email'], remove: true } });
