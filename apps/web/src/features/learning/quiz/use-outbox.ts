import type { AnswerView, AttemptQuestionView, AttemptView } from '@aula/contracts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { http } from '../../../lib/http.js';
import { Refusal } from '../../../lib/problem.js';
import { useSessionEnded } from '../../../lib/signed-in.js';
import { Outbox } from './outbox.js';
import type { AttemptToken } from './use-attempt-token.js';

const placeOf = (attemptId: string) => `aula.answers.${attemptId}`;

/** The device's memory for an attempt's answers. Where the browser keeps none, answers live as long as the page. */
const memoryOf = (attemptId: string) => ({
  read: () => {
    try {
      return localStorage.getItem(placeOf(attemptId));
    } catch {
      return null;
    }
  },
  write: (text: string | null) => {
    try {
      if (text === null) localStorage.removeItem(placeOf(attemptId));
      else localStorage.setItem(placeOf(attemptId), text);
    } catch {
      // a full or closed storage must not stop the answer from being sent
    }
  },
});

/** A session that ended, and the token with it, is passing too: the person signs in again on this very page and the answers go out. */
const passing = (reason: unknown): boolean => !(reason instanceof Refusal) || reason.passing || reason.status === 401;

const open = (attempt: AttemptView, questions: readonly AttemptQuestionView[], token: AttemptToken): Outbox =>
  new Outbox(questions, {
    send: async (questionId, sequence, response) => {
      const path = `/assessment/attempts/${attempt.id}/answers/${questionId}`;
      const answer = { sequence, response };
      return (await token.send((headers) => http.put<AnswerView>(path, answer, { keepalive: true, headers }))).sequence;
    },
    passing,
    memory: memoryOf(attempt.id),
    later: (act, milliseconds) => {
      const timer = setTimeout(act, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });

/** The outbox of an attempt for as long as the page shows it. Renders again at every change. */
export const useOutbox = (attempt: AttemptView, token: AttemptToken): Outbox => {
  const [outbox] = useState(() => open(attempt, attempt.questions ?? [], token));
  const ended = useSessionEnded();
  useSyncExternalStore(outbox.subscribe, outbox.snapshot);
  useEffect(() => {
    const retry = () => {
      outbox.retry();
    };
    addEventListener('online', retry);
    return () => {
      removeEventListener('online', retry);
      outbox.close();
    };
  }, [outbox]);
  useEffect(() => {
    if (!ended) outbox.retry();
  }, [ended, outbox]);
  return outbox;
};

/** Asks before the window closes while something is not with the server yet. */
export const useLeaveWarning = (unsaved: boolean): void => {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('beforeunload', warn);
    };
  }, [unsaved]);
};
