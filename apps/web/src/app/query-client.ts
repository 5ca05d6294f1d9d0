import type { Me } from '@aula/contracts';
import { QueryCache, QueryClient, onlineManager } from '@tanstack/react-query';
import { forgetOldDrafts } from '../lib/drafts.js';
import { whenSignedOut } from '../lib/http.js';
import { forgetAnswers, keepAnswer, keptAnswer } from '../lib/kept-answers.js';
import { line } from '../lib/line.js';
import { Refusal } from '../lib/problem.js';
import { meQuery, noteSessionEnd } from '../lib/signed-in.js';

declare module '@tanstack/react-query' {
  interface Register {
    /** `kept`: an answer of the person's own that this device keeps, to be read without a line. */
    queryMeta: { kept?: boolean };
  }
}

const answers = new QueryCache({
  onSuccess: (data, { meta, queryHash, queryKey, state }) => {
    const me = queryKey[0] === meQuery.queryKey[0] ? (data as Me | null) : client.getQueryData(meQuery.queryKey);
    if (me === null) forgetAnswers(); // nobody is signed in: nothing of anybody stays
    if (me && meta?.kept && line.up) keepAnswer(me.person.id, queryHash, data, state.dataUpdatedAt);
  },
  onError: (reason, { meta, queryHash, queryKey, state }) => {
    if (!meta?.kept || state.data !== undefined || !(reason instanceof Refusal && reason.status === 0)) return;
    const kept = keptAnswer(queryHash);
    if (kept) client.setQueryData(queryKey, kept.data, { updatedAt: kept.loaded });
  },
});

/** What was read from the houses. Asks again only where a second try may help. */
export const client = new QueryClient({
  queryCache: answers,
  defaultOptions: {
    queries: {
      staleTime: 2_000, // shown at once from memory, and read again behind it: most pages follow work that goes on elsewhere
      networkMode: 'always', // without a line a page says so, instead of waiting without a word
      refetchOnReconnect: true,
      retry: (tries, reason) => line.up && tries < 2 && reason instanceof Refusal && reason.passing,
    },
    mutations: { networkMode: 'always' },
  },
});

whenSignedOut(() => {
  noteSessionEnd(client);
});
line.follow();
forgetOldDrafts(Date.now());
// when the line is back, what is on the screen is read again by itself; on a page that was opened without one too
onlineManager.setEventListener((tell) => {
  tell(line.up);
  return line.subscribe(() => {
    tell(line.up);
  });
});
