import type { attemptTokenHeader } from '@aula/contracts';
import { useState } from 'react';
import { Refusal } from '../../../lib/problem.js';

export const tokenHeader: typeof attemptTokenHeader = 'attempt-token';

export interface AttemptToken {
  /** Whether answers and the handing in go through when the session is over. */
  works: boolean;
  /** Sends something with the token; a session, where there is one, goes first. */
  send: <T>(ask: (headers: Record<string, string>) => Promise<T>) => Promise<T>;
}

/** The attempt's own token, which lives as long as the page: written nowhere, a new one comes with the next reading. */
export const useAttemptToken = (token: string | null): AttemptToken => {
  const [works, setWorks] = useState(token !== null);
  const headers: Record<string, string> = token === null ? {} : { [tokenHeader]: token };
  return {
    works,
    send: (ask) =>
      ask(headers).catch((reason: unknown) => {
        if (reason instanceof Refusal && reason.status === 401) setWorks(false);
        throw reason;
      }),
  };
};
