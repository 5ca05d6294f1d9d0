import type { Actor } from '@aula/contracts';

const signedIn = (actor: Actor | undefined): boolean => actor !== undefined;

/** Whose enrollment and whose attempt it is, each statement asks itself: a stranger's is not found. */
export const attemptPolicy = {
  'attempt.sit': signedIn,
  'attempt.read': signedIn,
  'quiz.read': signedIn,
};
