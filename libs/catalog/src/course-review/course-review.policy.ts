import type { Actor } from '@aula/contracts';

/** What an author may do in a review: everybody says what they think; the one who is asked decides, the others may take it back. */
export const mayIn = (actor: Actor, review: { state: string; askedBy: { id: string }; reviewer: { id: string } | null }): string[] => {
  if (review.state !== 'open') return [];
  const decides = review.reviewer ? review.reviewer.id === actor.personId : review.askedBy.id !== actor.personId;
  return ['review.comment', decides ? 'review.decide' : 'review.withdraw'];
};
