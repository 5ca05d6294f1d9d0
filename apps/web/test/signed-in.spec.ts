import { expect, it } from '@jest/globals';
import { QueryClient, QueryObserver, type FetchQueryOptions } from '@tanstack/react-query';

const module = '../src/lib/signed-in.js'; // by a name of its own: the compiler knows no pages where tests are
const { meQuery } = (await import(module)) as { meQuery: FetchQueryOptions };

it('is still told who is signed in on the way to a page, though the page that asked first is left meanwhile', async () => {
  const me = { person: { id: 'p', language: 'es' }, roles: [] };
  let answer: (response: Response) => void = () => undefined;
  const before = globalThis.fetch;
  globalThis.fetch = (_, init) =>
    new Promise((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal!.reason as Error));
      answer = resolve;
    });
  const client = new QueryClient();
  const leave = new QueryObserver(client, meQuery).subscribe(() => undefined);
  const onTheWay = client.ensureQueryData(meQuery);
  leave();
  answer(Response.json(me));
  expect(await onTheWay).toEqual(me);
  globalThis.fetch = before;
});
