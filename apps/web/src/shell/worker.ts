/**
 * The shell on the device: start page, styles and scripts of the release that was installed, so that the application opens without a
 * line. It keeps files that are the same for everybody and nothing that a person reads: answers of `/api` never pass through here.
 */
declare const self: Scope;
/** Set by the build: names this release and what it keeps from the start. Other hashed files are kept when they are first asked for. */
declare const __RELEASE__: string;
declare const __FILES__: readonly string[];

interface Scope {
  readonly location: Location;
  readonly clients: { claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener: (<T extends keyof Happenings>(kind: T, act: (event: Happenings[T]) => void) => void) & typeof addEventListener;
}
interface Lasting extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
interface Happenings {
  install: Lasting;
  activate: Lasting;
  fetch: Asked;
  message: MessageEvent<unknown>;
}

const family = 'aula-shell-';
const own = `${family}${__RELEASE__}`;
/** As it was built: what the server writes for one address has no place at another. */
const startPage = '/index.html';

const install = async (): Promise<void> => {
  const cache = await caches.open(own);
  // past the browser's own cache: a start page of yesterday names files of yesterday; what is named by its hash is the same for ever,
  // and most of it has come with the page
  const asked = (file: string) => new Request(file, file.startsWith('/assets/') ? {} : { cache: 'reload' });
  await cache.addAll([startPage, ...__FILES__].map(asked));
};

/** The release before stays one round longer: windows that still show it may ask for a part they have not loaded yet. */
const tidy = async (): Promise<void> => {
  const shells = (await caches.keys()).filter((name) => name.startsWith(family) && name !== own);
  await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
};

const kept = async (request: Request): Promise<Response> => {
  const found = await caches.match(request, { ignoreVary: true });
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(own)).put(request, answer.clone());
  return answer;
};

/** What shows the academy's look, which an administrator changes between releases: as it is now, or as it was where there is no line. */
const fresh = async (request: Request): Promise<Response> => {
  const answer = await fetch(request).catch(() => caches.match(request, { ignoreSearch: true }));
  return answer ?? Response.error();
};

/** A page of the application is the start page at any address. */
const page = async (request: Request): Promise<Response> => (await (await caches.open(own)).match(startPage)) ?? fetch(request);

const isPage = (request: Request, path: string): boolean =>
  request.mode === 'navigate' && !/^\/(api|health|metrics|\.well-known)(\/|$)/.test(path) && !/\.\w+$/.test(path);

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(tidy());
});
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting(); // only when the person said so: a page must not change under their hands
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (isPage(request, pathname)) event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(request));
  else if (__FILES__.includes(pathname)) event.respondWith(fresh(request));
});
export {};
