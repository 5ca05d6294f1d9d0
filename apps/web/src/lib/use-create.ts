import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { randomKey } from './chance.js';
import { Refusal } from './problem.js';

/**
 * A mutation that creates something. While the wish stays the same, every try carries the same `Idempotency-Key`, so that a lost
 * answer followed by a second press does not create two; a changed wish, or one that was fulfilled, gets a new key.
 */
export const useCreate = <Wish, Answer>(
  create: (wish: Wish, key: string) => Promise<Answer>,
  onDone?: (answer: Answer, wish: Wish) => unknown,
): UseMutationResult<Answer, Error, Wish> => {
  const last = useRef({ wish: '', key: '' });
  return useMutation({
    mutationFn: (wish: Wish) => {
      const text = JSON.stringify(wish);
      if (last.current.wish !== text) last.current = { wish: text, key: randomKey() };
      return create(wish, last.current.key);
    },
    onError: (reason) => {
      if (reason instanceof Refusal && reason.code === 'answer-not-kept') last.current = { wish: '', key: '' }; // done, and its answer is gone
    },
    onSuccess: async (answer, wish) => {
      last.current = { wish: '', key: '' };
      await onDone?.(answer, wish);
    },
  });
};
