import type { AttemptView } from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../../lib/http.js';
import { tokenHeader } from './use-attempt-token.js';

/** An attempt, and what saves its answers and hands it in without a session; null once it is submitted. */
export type Sitting = AttemptView & { token: string | null };

/** An attempt as its own learner reads it; asked for again and again while it is being graded. */
export const attemptQuery = (id: string) =>
  queryOptions({
    queryKey: ['/assessment/attempts', id],
    queryFn: async ({ signal }): Promise<Sitting> => {
      const { body, headers } = await http.read<AttemptView>(`/assessment/attempts/${id}`, signal);
      return { ...body, token: headers.get(tokenHeader) };
    },
    staleTime: 0,
    refetchOnWindowFocus: false, // an open attempt lives in the outbox; what was read once is its ground
    refetchOnReconnect: false,
    gcTime: 0,
    meta: { kept: true }, // a phone that drops the page in a tunnel shows the questions again; answers are in the outbox
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.state !== 'submitted' ? false : data.beingMarked ? 60_000 : Math.min(1_000 + dataUpdateCount * 500, 10_000),
  });
