import type { Actor } from '@aula/contracts';

export const accessTokenPolicy = {
  /** Everybody keeps their own tokens and sees nobody else's. */
  'access-token.manage': (actor: Actor | undefined): boolean => actor !== undefined,
};
