import type { Actor } from '@aula/contracts';

const signedIn = (actor: Actor | undefined): boolean => actor !== undefined;

export const notificationPolicy = {
  /** Everybody reads and marks their own, and chooses for themselves. */
  'notification.manage': signedIn,
  /** Whoever holds the link out of a letter ends what the letter was about. */
  'notification.unsubscribe': (): boolean => true,
};
