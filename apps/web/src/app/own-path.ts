/** A path of this application, or nothing: `next` comes from the address bar and must not lead elsewhere. */
export const ownPath = (next: unknown): string | undefined =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && next !== '/' ? next : undefined;
