import type { Language, Me, PasskeySignInOffer, SecondFactorAnswer, SecondFactorChallenge, SignIn } from '@aula/contracts';
import { type QueryClient, hashKey, queryOptions, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { currentLanguage, languagePicked } from './current-language.js';
import { memoryAt } from './device-memory.js';
import { forgetDrafts } from './drafts.js';
import { http } from './http.js';
import { showIn } from './i18n.js';
import { forgetAnswers, keepAnswer, keptAnswer } from './kept-answers.js';
import { signWithPasskey } from './passkeys.js';
import { Refusal } from './problem.js';

const key = ['me'] as const;
const endedKey = ['session-ended'] as const;
const interruptionKey = ['interruption'] as const;

/**
 * Who is signed in; null for a visitor. A person whose session has ended stays known, so that their page stays as it is; without a line
 * it is whoever was signed in on this device last.
 */
export const meQuery = queryOptions({
  queryKey: key,
  // without the signal: the way to the next page waits for this answer too, and must not lose it with the page that is left
  queryFn: ({ client }): Promise<Me | null> =>
    http.get<Me>('/identity/me').catch((reason: unknown) => {
      const known = client.getQueryData<Me | null>(key);
      if (reason instanceof Refusal && reason.status === 401) return known ?? null;
      const kept = reason instanceof Refusal && reason.status === 0 ? (known ?? keptAnswer<Me>(hashKey(key))?.data) : undefined;
      if (kept) return kept;
      throw reason;
    }),
  staleTime: 5 * 60_000,
  refetchOnReconnect: 'always',
  meta: { kept: true },
});

/** Notes that the server knows the person no more; for a visitor nothing has ended. */
export const noteSessionEnd = (client: QueryClient): void => {
  if (client.getQueryData(key)) client.setQueryData(endedKey, true);
};

/** True from the moment the server said that the session is over until somebody signs in. */
export const useSessionEnded = (): boolean =>
  useQuery<boolean>({ queryKey: endedKey, queryFn: skipToken, initialData: false, staleTime: Number.POSITIVE_INFINITY }).data ?? false;

/** How a page is interrupted when the session ends: `later`, as long as it works without one; `text` says what the sign-in is for. */
export interface Interruption {
  later?: boolean;
  text?: string;
}
export const useInterruption = (): Interruption =>
  useQuery<Interruption>({ queryKey: interruptionKey, queryFn: skipToken, initialData: {}, staleTime: Number.POSITIVE_INFINITY }).data ??
  {};
/** Says it for as long as the caller is on the page. */
export const useInterrupted = ({ later = false, text = '' }: Interruption): void => {
  const client = useQueryClient();
  useEffect(() => {
    client.setQueryData<Interruption>(interruptionKey, { later, text });
    return () => {
      client.setQueryData<Interruption>(interruptionKey, {});
    };
  }, [client, later, text]);
};

/** The signed-in person, null for a visitor, undefined until known. */
export const useMe = (): Me | null | undefined => useQuery(meQuery).data;

/** Signs in by the password. Refused with a challenge (`challengeIn`) when the person has a second factor. */
export const signIn = async (client: QueryClient, credentials: SignIn): Promise<Me> =>
  welcome(client, await http.post<Me>('/identity/sessions', { body: credentials }));

/** Signs in by the second factor, after the password. */
export const finishSignIn = async (client: QueryClient, answer: SecondFactorAnswer): Promise<Me> =>
  welcome(client, await http.post<Me>('/identity/sessions/second-factor', { body: answer }));

/** Signs in by a passkey alone. */
export const signInByPasskey = async (client: QueryClient): Promise<Me> => {
  const { challengeId, options } = await http.post<PasskeySignInOffer>('/identity/sessions/passkey-challenges');
  const passkey = await signWithPasskey(options);
  return welcome(client, await http.post<Me>('/identity/sessions/passkey', { body: { challengeId, passkey } }));
};

/** What a refused sign-in asks for beside the password; undefined when it was refused for another reason. */
export const challengeIn = (reason: unknown): SecondFactorChallenge | undefined =>
  reason instanceof Refusal && reason.code === 'identity.second-factor-needed'
    ? (reason.problem as unknown as SecondFactorChallenge)
    : undefined;

/** The account's language becomes the page's, or, when one was picked by hand a moment ago, the other way round. */
const welcome = async (client: QueryClient, me: Me): Promise<Me> => {
  const before = client.getQueryData(meQuery.queryKey);
  if (before && before.person.id !== me.person.id) client.clear();
  client.setQueryData(meQuery.queryKey, me);
  client.setQueryData(endedKey, false);
  keepAnswer(me.person.id, hashKey(key), me, Date.now());
  if (languagePicked() && me.person.language !== currentLanguage()) await keepInAccount(client, currentLanguage()).catch(() => undefined);
  else await showIn(me.person.language, false);
  return me;
};

/** Where this device remembers what a person chose in the search. */
export const recentPlace = (person: string): string => `aula.recent.${person}`;

/** Signs out and forgets what this device kept of the person. Answers that wait for the line stay on the device: they belong to their attempt. */
export const signOut = async (person: string): Promise<void> => {
  await http.delete('/identity/sessions/current').catch((reason: unknown) => {
    if (!(reason instanceof Refusal && reason.status === 401)) throw reason;
  });
  forgetAnswers();
  forgetDrafts(person);
  memoryAt(recentPlace(person)).write(null);
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
    }
    await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'me' }); // refusals and findings are worded by the server
  };
};
