import type { Actor } from '@aula/contracts';

/** What an author may do in a review: everybody says what they think, the one who asked takes it back, another one decides. */
export const mayIn = (actor: Actor, review: { state: string; askedBy: { id: string } }): string[] => {
  if (review.state !== 'open') return [];
  return ['review.comment', review.askedBy.id === actor.personId ? 'review.withdraw' : 'review.decide'];
};
