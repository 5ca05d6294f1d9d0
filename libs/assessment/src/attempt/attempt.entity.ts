import type { AnswerResponse } from '@aula/contracts';

/** Seconds after the deadline in which an answer that was on its way still counts. */
export const graceSeconds = 5;

/** Longest life of an attempt's token, in seconds: 30 days. It is over sooner with the deadline and its grace. */
export const tokenSeconds = 2_592_000;

type Below = (limit: number) => number;

/** The items in a random order (Fisher and Yates); `below` gives a random number from 0 to its argument − 1. */
export const shuffled = <T>(items: readonly T[], below: Below): T[] => {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = below(last + 1);
    [result[last], result[chosen]] = [result[chosen]!, result[last]!];
  }
  return result;
};

/** Places, from 1, of the questions of an attempt among the bank's `count`: `pick` of them in random order, or all as they stand. */
export const drawn = (count: number, pick: number | null, below: Below): number[] => {
  const places = Array.from({ length: count }, (_, index) => index + 1);
  return pick === null ? places : shuffled(places, below).slice(0, pick);
};

/**
 * For each question, given how many choices it has, the order in which they are shown: places from 0, filled up with −1 to the length of
 * the longest; [] where no question has choices.
 */
export const choiceOrders = (choices: readonly number[], below: Below): number[][] => {
  const longest = Math.max(0, ...choices);
  if (longest === 0) return [];
  const places = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  return choices.map((count) => [...shuffled(places(count), below), ...places(longest - count).map(() => -1)]);
};

/** A response by its type. `given` says which member holds it. */
export interface TypedResponse {
  readonly given: 'nothing' | 'number' | 'choices' | 'truth' | 'text';
  readonly number: number | null;
  readonly choices: readonly number[] | null;
  readonly truth: boolean | null;
  readonly text: string | null;
}
const nothing: TypedResponse = { given: 'nothing', number: null, choices: null, truth: null, text: null };

/** What kind of thing was answered; whether it fits the question, the statement that saves it finds out. */
export const typed = (response: AnswerResponse): TypedResponse => {
  if (response === null) return nothing;
  if (typeof response === 'number') return { ...nothing, given: 'number', number: response };
  if (typeof response === 'boolean') return { ...nothing, given: 'truth', truth: response };
  if (typeof response === 'string') return { ...nothing, given: 'text', text: response };
  return { ...nothing, given: 'choices', choices: response };
};
