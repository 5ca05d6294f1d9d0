export type Completion = 'completed' | 'incomplete' | 'not attempted' | 'unknown';
export type Success = 'passed' | 'failed' | 'unknown';

/** What one SCO (or asset) of an attempt has come to. */
export type ScoResult = {
  completion: Completion;
  success: Success;
  /** −1 to 1; null until a score was reported. */
  scaled: number | null;
  /** 0 to 1. */
  progress: number;
  /** Total time in seconds, to 0.01. */
  seconds: number;
};

/** What the attempt as a whole has come to; same meanings as {@link ScoResult}. */
export type CourseResult = ScoResult;

/** `next`, but never behind `previous`: completed and passed stay, score and progress keep their best, time its longest. */
export function latch<R extends ScoResult>(previous: R | undefined, next: R): R {
  if (!previous) return next;
  const scaled = previous.scaled === null ? next.scaled : next.scaled === null ? previous.scaled : Math.max(previous.scaled, next.scaled);
  return {
    ...next,
    completion: previous.completion === 'completed' ? 'completed' : next.completion,
    success: previous.success === 'passed' ? 'passed' : next.success,
    scaled,
    progress: Math.max(previous.progress, next.progress),
    seconds: Math.max(previous.seconds, next.seconds),
  };
}
