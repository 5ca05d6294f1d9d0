import type { AnswerView, AttemptQuestionView, AttemptView } from '@aula/contracts';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { memoryAt } from '../../../lib/device-memory.js';
import { http } from '../../../lib/http.js';
import { Refusal } from '../../../lib/problem.js';
import { useSessionEnded } from '../../../lib/signed-in.js';
import { Outbox } from './outbox.js';
import type { AttemptToken } from './use-attempt-token.js';

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
    memory: memoryAt(`aula.answers.${attempt.id}`),
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
