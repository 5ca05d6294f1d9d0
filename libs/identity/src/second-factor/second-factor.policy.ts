import { holdsEverywhere, type Actor } from '@aula/contracts';

export const secondFactorPolicy = {
  /** Everybody keeps their own factors and sees nobody else's. */
  'second-factor.manage': (actor: Actor | undefined): boolean => actor !== undefined,
  'second-factor.reset': (actor: Actor | undefined): boolean => holdsEverywhere(actor, 'administrator'),
};
