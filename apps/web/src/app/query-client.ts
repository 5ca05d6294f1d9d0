import { QueryClient } from '@tanstack/react-query';
import { whenSignedOut } from '../lib/http.js';
import { Refusal } from '../lib/problem.js';
import { meQuery } from '../lib/signed-in.js';

/** What was read from the houses. Asks again only where a second try may help. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always', // without a line a page says so, instead of waiting without a word
      retry: (tries, reason) => tries < 2 && reason instanceof Refusal && reason.passing,
    },
    mutations: { networkMode: 'always' },
  },
});

whenSignedOut(() => {
  client.setQueryData(meQuery.queryKey, null);
});
