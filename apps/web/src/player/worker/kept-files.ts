/** The cache of a kept course: the player's own files and those of the package. */
export const cacheName = 'aula-kept';

/** Where the player's page finds the description of the course as an app of its own. */
export const manifestName = 'course.webmanifest';

/** The address under which a file of the package is kept. Paths differ by more than capitals: the import sees to it. */
export const fileKey = (path: string): string => `/c/${path.normalize('NFC').toLowerCase().split('/').map(encodeURIComponent).join('/')}`;

/** The address of a file of the player; '' is its page. */
export const playerKey = (name: string): string => `/_p/${name}`;

/** The key of what an address asks for, as the server reads it: decoded once, a folder standing for its start page. Null: for nothing kept. */
export const keyOf = (pathname: string): string | null => {
  if (pathname.startsWith('/_p/')) return pathname;
  if (!pathname.startsWith('/c/')) return null;
  try {
    const path = decodeURIComponent(pathname.slice('/c/'.length));
    return fileKey(path.endsWith('/') ? `${path}index.html` : path);
  } catch {
    return null;
  }
};
