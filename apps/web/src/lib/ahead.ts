import { currentLanguage } from './current-language.js';
import { localeOf } from './local-text.js';

/** Headers of every request: the answer's language follows the page's. */
export const commonHeaders = (key?: string): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': localeOf[currentLanguage()],
  ...(key === undefined ? {} : { 'idempotency-key': key }),
});

/** Milliseconds for which an answer is as good as a new one. */
const fresh = 10_000;
const sent = new Map<string, { at: number; answer: Promise<Response> }>();

/** Sends a request of the first page before the application is there to read the answer. */
export const askAhead = (path: string): void => {
  const answer = fetch(`/api${path}`, { headers: commonHeaders(), credentials: 'same-origin' });
  answer.catch(() => undefined); // whoever takes it hears of that
  sent.set(path, { at: performance.now(), answer });
};

/** The answer that was asked for ahead, once. */
export const askedAhead = (path: string): Promise<Response> | undefined => {
  const found = sent.get(path);
  sent.delete(path);
  return found && performance.now() - found.at < fresh ? found.answer : undefined;
};

/** After somebody has changed something, what was asked before is old. */
export const forgetAhead = (): void => {
  sent.clear();
};
