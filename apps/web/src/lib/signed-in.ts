import type { Language, Me, SignIn } from '@aula/contracts';
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { currentLanguage, languagePicked } from './current-language.js';
import { http } from './http.js';
import { showIn } from './i18n.js';
import { Refusal } from './problem.js';

/** Who is signed in; null for a visitor. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }): Promise<Me | null> =>
    http.get<Me>('/identity/me', {}, signal).catch((reason: unknown) => {
      if (reason instanceof Refusal && reason.status === 401) return null;
      throw reason;
    }),
  staleTime: 5 * 60_000,
});

/** The signed-in person, null for a visitor, undefined until known. */
export const useMe = (): Me | null | undefined => useQuery(meQuery).data;

/** Signs in; the account's language becomes the page's, or, when one was picked by hand a moment ago, the other way round. */
export const signIn = async (client: QueryClient, credentials: SignIn): Promise<Me> => {
  const before = client.getQueryData(meQuery.queryKey);
  const me = await http.post<Me>('/identity/sessions', { body: credentials });
  if (before && before.person.id !== me.person.id) client.clear();
  client.setQueryData(meQuery.queryKey, me);
  if (languagePicked() && me.person.language !== currentLanguage()) await keepInAccount(client, currentLanguage()).catch(() => undefined);
  else await showIn(me.person.language, false);
  return me;
};

/** Signs out and forgets what was read. Answers that wait for the line stay on the device: they belong to their attempt. */
export const signOut = async (client: QueryClient): Promise<void> => {
  await http.delete('/identity/sessions/current').catch((reason: unknown) => {
    if (!(reason instanceof Refusal && reason.status === 401)) throw reason;
  });
  client.clear();
  client.setQueryData(meQuery.queryKey, null);
};

const keepInAccount = async (client: QueryClient, language: Language): Promise<void> => {
  const me = await http.patch<Me>('/identity/me', { language });
  client.setQueryData(meQuery.queryKey, me);
};

/** Switches the page's language at once and, for a signed-in person, keeps it in the account. */
export const useSwitchLanguage = (): ((language: Language) => Promise<void>) => {
  const client = useQueryClient();
  return async (language) => {
    await showIn(language, true);
    if (client.getQueryData(meQuery.queryKey)) {
      await keepInAccount(client, language).catch(() => undefined); // the page has switched; the account follows at the next choice
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
    }
  };
};
