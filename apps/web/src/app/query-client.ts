import { QueryClient } from '@tanstack/react-query';
import { whenSignedOut } from '../lib/http.js';
import { Refusal } from '../lib/problem.js';
import { noteSessionEnd } from '../lib/signed-in.js';

/** What was read from the houses. Asks again only where a second try may help. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2_000, // shown at once from memory, and read again behind it: most pages follow work that goes on elsewhere
      networkMode: 'always', // without a line a page says so, instead of waiting without a word
      retry: (tries, reason) => tries < 2 && reason instanceof Refusal && reason.passing,
    },
    mutations: { networkMode: 'always' },
  },
});

whenSignedOut(() => {
  noteSessionEnd(client);
});
