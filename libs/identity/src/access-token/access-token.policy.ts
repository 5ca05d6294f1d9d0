import { holdsEverywhere, type Actor } from '@aula/contracts';

export const accessTokenPolicy = {
  /** Everybody keeps their own tokens and sees nobody else's. */
  'access-token.manage': (actor: Actor | undefined): boolean => actor !== undefined,
  /** Administrators see whose tokens there are, without their secrets, and end them. */
  'access-token.oversee': (actor: Actor | undefined): boolean => holdsEverywhere(actor, 'administrator'),
};
