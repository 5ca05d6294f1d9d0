import { element } from './dom.js';
import { manifestName, playerKey } from './worker/kept-files.js';

/**
 * The kept course as an app of its own, by its title. Only the device knows that title without asking, so the description is kept there
 * and handed out by the worker.
 */
export const keepManifest = (cache: Cache, title: string): Promise<void> => {
  const start = new URL(playerKey(''), location.origin).href;
  const icon = new URL('../../public/icon.svg', import.meta.url).href;
  const manifest = {
    id: start,
    name: title,
    short_name: title,
    start_url: start,
    scope: new URL('/', start).href,
    display: 'standalone',
    background_color: '#f5f8f8',
    theme_color: '#0f4c57',
    icons: [{ src: icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  };
  return cache.put(
    playerKey(manifestName),
    new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } }),
  );
};

/** Tells the browser of it, or no longer. */
export const linkManifest = (linked: boolean): void => {
  document.querySelector('link[rel=manifest]')?.remove();
  if (linked) document.head.append(element('link', { rel: 'manifest', href: playerKey(manifestName) }));
};
