import type { AttemptView } from '@aula/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { http } from '../../../lib/http.js';
import { attemptQuery } from './attempt-query.js';
import type { Outbox } from './outbox.js';
import type { AttemptToken } from './use-attempt-token.js';

export interface Submission {
  /** Hands in as soon as every answer is saved. */
  submit: () => void;
  callOff: () => void;
  /** `waiting`: some answers are not with the server yet. */
  state: 'idle' | 'waiting' | 'sending';
  reason: unknown;
}

/** Handing in. It never overtakes an answer: it waits until the outbox is empty, then asks for the grade. */
export const useSubmission = (attemptId: string, outbox: Outbox, token: AttemptToken): Submission => {
  const client = useQueryClient();
  const [wanted, setWanted] = useState(false);
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: () =>
      token.send((headers) => http.post<AttemptView>(`/assessment/attempts/${attemptId}/submission`, { key: attemptId, headers })),
    onSettled: () => {
      setWanted(false);
    },
    onSuccess: (submitted) => {
      const { queryKey } = attemptQuery(attemptId);
      client.setQueryData(queryKey, { ...submitted, token: null }); // known without a session, too
      return client.invalidateQueries({ queryKey });
    },
  });
  const overall = outbox.overall();
  const ready = overall === 'saved' || overall === 'refused'; // what the server refuses it will not take later either
  const step = useEffectEvent(() => {
    if (ready && !isPending) mutate();
    if (!ready) outbox.retry();
  });
  useEffect(() => {
    if (wanted) step();
  }, [wanted, ready]); // not `isPending`: the end of a sending must not start another
  return {
    submit: () => {
      setWanted(true);
    },
    callOff: () => {
      setWanted(false);
    },
    state: isPending || isSuccess ? 'sending' : wanted ? 'waiting' : 'idle',
    reason: error,
  };
};
