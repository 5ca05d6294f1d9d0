import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** PostgreSQL names the failing row in these members of its errors. */
const rowsInErrors = ['err.detail', 'err.where', 'err.internalQuery'];

/** Structured lines on standard output. Never personal data, tokens or answers: ids, counts and codes only. */
export const openLog = (level: string, name: string, destination?: DestinationStream): Logger =>
  pino({ name, level, redact: { paths: ['req.headers', '*.password', '*.token', '*.email', ...rowsInErrors], remove: true } }, destination);
