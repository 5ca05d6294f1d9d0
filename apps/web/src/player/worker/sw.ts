import { keptAnswer } from './kept-answer.js';
import { cacheName, playerKey } from './kept-files.js';

/** What of the worker's own world is used here; the compiler knows that of pages alone. */
interface WorkerScope {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(name: 'install' | 'activate', listener: (event: Event & { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(name: 'fetch', listener: (event: FetchEvent) => void): void;
}
type FetchEvent = Event & { request: Request; respondWith(answer: Promise<Response>): void };

const pagePatience = 4_000;
const scope = self as unknown as WorkerScope;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const isPage = new URL(request.url).pathname === playerKey('');
  const answer = keptAnswer(request, location.origin, {
    kept: async (key) => (await caches.open(cacheName)).match(key, { ignoreVary: true }),
    line: () => (isPage ? fetch(playerKey(''), { signal: AbortSignal.timeout(pagePatience), cache: 'no-cache' }) : fetch(request)),
  });
  if (answer) event.respondWith(answer);
});
