import type { Actor } from '@aula/contracts';

const signedIn = (actor: Actor | undefined): boolean => actor !== undefined;

export const sessionPolicy = {
  'session.end': (): boolean => true,
  /** Everybody sees and ends their own sessions and nobody else's. */
  'session.manage': signedIn,
  'me.read': signedIn,
  'me.change': signedIn,
};
