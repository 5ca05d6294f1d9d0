import type { PlausibilityHint, RuntimeClaim } from '@aula/contracts';

/** From when on a completed attempt is worth a look. They are reasons to ask, and never change anything. */
export const thresholds = {
  /** Completed attempts that a comparison needs. */
  cohort: 10,
  /** Share of the median time below which an attempt was too fast, */
  fast: 0.2,
  /** where the median is at least so many seconds. */
  slowEnough: 60,
  /** Share of attempts with answers from which on none is odd. */
  answered: 0.8,
  /** Records from which on two equal attempts are no chance. */
  records: 10,
} as const;

/** What a completed attempt is compared by, and its cohort: the attempts at the same package in the same edition. */
export interface Compared {
  /** Seconds between its records. */
  seconds: number;
  answers: number;
  records: number;
  cohort: number;
  median: number;
  /** Share of the cohort that answered anything. */
  answered: number;
  /** Attempts of other people that say the same at the same seconds. */
  twins: number;
}

const nothing = { seconds: null, median: null, others: null, claimed: null, found: null };

/** Content, or whoever speaks in its place, wrote more than there is room for. */
export const tooMuch: PlausibilityHint = { ...nothing, code: 'too-much' };

/** The player said otherwise than its records, or nothing. */
export const differing = (claimed: RuntimeClaim | null, found: RuntimeClaim): PlausibilityHint => ({
  ...nothing,
  code: 'differs',
  claimed,
  found,
});

export const hintsOn = (it: Compared): PlausibilityHint[] => {
  const comparable = it.cohort >= thresholds.cohort;
  const fast = comparable && it.median >= thresholds.slowEnough && it.seconds < thresholds.fast * it.median;
  const silent = comparable && it.answered >= thresholds.answered && it.answers === 0;
  const equal = it.twins > 0 && it.records >= thresholds.records;
  return [
    ...(fast ? [{ ...nothing, code: 'too-fast' as const, seconds: it.seconds, median: it.median }] : []),
    ...(silent ? [{ ...nothing, code: 'no-answers' as const }] : []),
    ...(equal ? [{ ...nothing, code: 'identical' as const, others: it.twins }] : []),
  ];
};
