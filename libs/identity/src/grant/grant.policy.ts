import { holdsEverywhere, type Actor } from '@aula/contracts';

const administers = (actor: Actor | undefined): boolean => holdsEverywhere(actor, 'administrator');

export const grantPolicy = {
  'grant.read': administers,
  /** Nobody gives a role to themselves. */
  'grant.give': (actor: Actor | undefined, receiver?: { personId: string }): boolean =>
    administers(actor) && receiver?.personId !== actor?.personId,
  'grant.take': administers,
};
